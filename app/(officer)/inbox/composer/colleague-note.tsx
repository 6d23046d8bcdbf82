"use client";

import { Eye, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePresence } from "@/app/(officer)/inbox/feed/presence";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { statusOf } from "@/lib/questions/rules";

/** Who else is about to answer, before one starts: told, never in the way. */
export function ColleagueNote({ open, officerId }: { open: OpenThread; officerId: string }) {
  const t = useTranslations("together.presence");
  const { viewing, typing } = usePresence(open.view.id);
  const { moment } = useDates();
  const question = currentQuestion(open.questions);
  const assigned = question && statusOf(question) === "open" && question.assignedTo?.id !== officerId ? question.assignedTo : null;
  // Who answers looks at it, too: that needs no word.
  const looking = viewing.filter(({ id }) => id !== assigned?.id);
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(t("and"));
  const lines = [
    typing.length > 0 ? t("typing", { names: names(typing) }) : null,
    assigned ? t("assigned", { name: assigned.name, since: question?.assignedAt ? moment(question.assignedAt) : "" }) : null,
    typing.length === 0 && looking.length > 0 ? t("viewing", { names: names(looking) }) : null,
  ].filter((line) => line !== null);
  const isWarning = typing.length > 0 || assigned !== null;
  return (
    <p
      role="status"
      className={`mb-2 flex items-center gap-2 text-sm empty:hidden ${isWarning ? "rounded-lg bg-soon-bg px-3 py-1.5 text-soon" : "text-ink-3"}`}
    >
      {lines.length > 0 ? (
        <>
          {isWarning ? <PenLine size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          {lines.join(t("then"))}
        </>
      ) : null}
    </p>
  );
}
