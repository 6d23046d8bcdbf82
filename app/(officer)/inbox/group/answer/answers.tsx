"use client";

import { useTranslations } from "next-intl";
import type { GroupAnswerSummary } from "@/lib/clusters/progress";
import type { ClusterMember } from "@/lib/clusters/queries";
import { AnswerCard } from "./answer-card";

type Props = {
  members: readonly ClusterMember[];
  answers: readonly GroupAnswerSummary[];
  officer: { id: string };
  reload(): Promise<void>;
  onCorrect(answer: GroupAnswerSummary): void;
  onRewrite(answer: GroupAnswerSummary): void;
};

/** What the group was answered, the newest first: how far it has come, and what can be done about it. */
export function Answers({ answers, members, officer, reload, onCorrect, onRewrite }: Props) {
  const t = useTranslations("group.answer");
  // What was taken back before anybody got it is nothing to go by, unless a colleague did it: its author shall know, and have the text.
  const sentBack = ({ id, officer: author, withdrawnById }: GroupAnswerSummary) =>
    id === answers[0]?.id && author.id === officer.id && withdrawnById !== officer.id;
  const shown = answers.filter((answer) => answer.state !== "withdrawn" || answer.counts.sent > 0 || sentBack(answer)).slice(0, 5);
  if (shown.length === 0) return <div />;
  return (
    <section aria-label={t("answers")} className="max-h-[30dvh] overflow-y-auto border-line border-b bg-bg px-4 py-2 md:px-[22px]">
      <ol className="flex flex-col gap-2">
        {shown.map((answer) => (
          <AnswerCard
            key={answer.id}
            {...{ answer, officer, reload, onCorrect }}
            waiting={members}
            {...(sentBack(answer) ? { onRewrite } : {})}
          />
        ))}
      </ol>
    </section>
  );
}
