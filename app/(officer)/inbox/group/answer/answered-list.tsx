"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSendError } from "@/app/(officer)/inbox/composer/use-send-error";
import { loadGroupAnswer } from "@/app/(officer)/inbox/group/loaders";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { GroupAnswerRow, GroupAnswerSummary } from "@/lib/clusters/progress";
import type { QuestionRow } from "@/lib/questions/queries";

type Props = { answer: GroupAnswerSummary; waiting: readonly Pick<QuestionRow, "id" | "newestText">[] };

/** Everybody under an answer: who has it since when, and who has not and why; those first who need an officer. */
export function AnsweredList({ answer, waiting }: Props) {
  const t = useTranslations("group.sent");
  const whys = useTranslations("group.why");
  const sendError = useSendError();
  const { moment } = useDates();
  const members = useMembers(answer);
  if (members === null) return <p className="mt-1 text-ink-3">{t("loading")}</p>;
  const why = ({ why: code }: GroupAnswerRow) => (code === null ? null : whys.has(code) ? whys(code) : sendError(code));
  return (
    <ul aria-label={t("members")} className="mt-1.5 max-h-48 overflow-y-auto border-line-2 border-t pt-1">
      {members.map((member) => (
        <li key={member.questionId} className="flex flex-wrap items-baseline gap-x-2">
          <Link href={`/inbox/${member.threadId}`} className="inline-flex min-h-8 min-w-16 items-center text-info hover:underline">
            {member.remark ?? member.mark}
          </Link>
          <span>{t(`one.${member.progress}`)}</span>
          {why(member) ? <span className="text-late">{why(member)}</span> : null}
          {member.why === "newMessage" ? <span>{waiting.find(({ id }) => id === member.questionId)?.newestText}</span> : null}
          {member.late ? <span className="text-ink-3">{t(member.standing ? "standing" : "lateJoiner")}</span> : null}
          {member.sentAt ? <span className="text-ink-3">{moment(member.sentAt)}</span> : null}
          {member.wroteAgainId ? <span className="text-soon">{t("wroteAgain")}</span> : null}
        </li>
      ))}
    </ul>
  );
}

const FIRST = ["failed", "unknown", "held", "unreachable", "waiting", "queued", "sending", "sent", "withdrawn"];

/** Read anew whenever the answer has come further. */
function useMembers(answer: GroupAnswerSummary): GroupAnswerRow[] | null {
  const [members, setMembers] = useState<GroupAnswerRow[] | null>(null);
  useEffect(() => {
    let wanted = true;
    loadGroupAnswer(answer.id).then(
      (read) => wanted && setMembers(read.members.toSorted((one, other) => FIRST.indexOf(one.progress) - FIRST.indexOf(other.progress))),
      () => wanted && setMembers((known) => known ?? []),
    );
    return () => {
      wanted = false;
    };
  }, [answer]);
  return members;
}
