"use client";

import { useTranslations } from "next-intl";
import { Words } from "@/app/(officer)/inbox/queue/words";
import { showQuestion } from "@/app/(officer)/inbox/thread/show-question";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";

type Props = { question: QuestionRow; current: boolean; onGo?: () => void };

/** One question of the resident: what was asked and when, and what became of it; chosen, the thread scrolls to it. */
export function QuestionCard({ question, current, onGo }: Props) {
  const t = useTranslations("context");
  const reasons = useTranslations("closeReasons");
  const statuses = useTranslations("questionStatuses");
  const { moment } = useDates();
  const status = statusOf(question);
  const endedAt = question.answeredAt ?? question.closedAt;
  return (
    <li>
      <button
        type="button"
        aria-current={current || undefined}
        onClick={() => {
          onGo?.();
          showQuestion(question.id);
        }}
        className="w-full rounded-lg border border-line px-3 py-2 text-left hover:bg-raise aria-current:border-info"
      >
        <span lang={languageOf(question.firstText)} className="line-clamp-2 text-ink">
          <Words text={question.firstText} kind={question.firstKind} />
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 text-ink-3 text-xs" suppressHydrationWarning>
          <Badge tone={status === "open" ? "info" : "quiet"}>{statuses(status)}</Badge>
          <span>{t("openedAt", { at: moment(question.openedAt) })}</span>
          {endedAt ? <span>{t("endedAt", { at: moment(endedAt) })}</span> : null}
          {question.closeReason ? <span>{reasons(question.closeReason)}</span> : null}
          {status === "open" && question.promisedAt ? (
            <span>{t("promised", { unit: question.promisedUnit ?? "", at: moment(question.promisedAt) })}</span>
          ) : null}
          {status === "open" && question.answerMinutes !== null ? (
            <span>{question.answerDueAt ? t("answerDue", { at: moment(question.answerDueAt) }) : t("answerPaused")}</span>
          ) : null}
        </span>
      </button>
    </li>
  );
}
