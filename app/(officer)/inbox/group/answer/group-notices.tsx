"use client";

import { useTranslations } from "next-intl";
import { secondsUntil } from "@/app/(officer)/inbox/composer/undoable-reply";
import { useNow } from "@/app/(officer)/inbox/feed/state";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { Button } from "@/components/ui/button";
import type { GroupAnswerDesk } from "./use-group-answer";

/** Why it has not gone. */
export function GroupProblem({ desk: { problem } }: { desk: GroupAnswerDesk }) {
  const t = useTranslations("group.answer");
  const composer = useTranslations("composer");
  const sentence = useRefusalSentence();
  const said =
    problem === null
      ? null
      : problem.kind === "refused"
        ? `${sentence(problem)}${problem.refusal === "variableUnknown" ? ` ${t("variables")}` : ""}`
        : problem.kind === "lost"
          ? composer("lost")
          : problem.kind === "nobody"
            ? t("nobody")
            : t("incomplete");
  return (
    <p aria-live="polite" className="mb-2 rounded-lg bg-late-bg px-3 py-1.5 text-late text-sm empty:hidden">
      {said}
    </p>
  );
}

/** For five seconds after sending: to how many it goes, and the way to take it back. */
export function UndoSent({ desk }: { desk: GroupAnswerDesk }) {
  const t = useTranslations("group.answer");
  const composer = useTranslations("composer");
  const now = useNow();
  const { undoable } = desk;
  if (!undoable) return null;
  return (
    <span className="flex items-center gap-2.5 text-info" role="status">
      {undoable.approvalNeeded ? (
        <span>{t("awaitsShort", { count: undoable.reached })}</span>
      ) : (
        <span>
          {t("sending", { count: undoable.reached })}
          <span aria-hidden="true"> {composer("undoSeconds", { seconds: secondsUntil(undoable.sendAfterAt, now) })}</span>
        </span>
      )}
      <Button size="small" busy={desk.busy} aria-keyshortcuts="Control+Z" onClick={() => void desk.takeBack()}>
        {composer("withdraw")}
        <span aria-hidden="true" className="flex gap-1 max-md:hidden">
          <Keys keys="Ctrl+Z" />
        </span>
      </Button>
    </span>
  );
}
