"use client";

import { useTranslations } from "next-intl";
import { closeAction } from "@/app/(officer)/inbox/actions";
import { useSendError } from "@/app/(officer)/inbox/composer/use-send-error";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Button } from "@/components/ui/button";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";
import type { ReplyState } from "@/lib/threads/queries";
import { currentQuestion } from "./current-question";
import type { ThreadItem } from "./thread-items";

/** Puts words that were not delivered back into the composer, and pictures, by their ids, beside them. */
export type BringBack = (text: string, reply: ReplyState, pictures: readonly string[]) => void;
type Props = { item: Extract<ThreadItem, { type: "reply" }>; questions: readonly QuestionRow[]; threadId: string; onBringBack: BringBack };

/** Why a reply failed or what nobody can know about it, and what the officer can do now. */
export function WentWrong({ item, questions, threadId, onBringBack }: Props) {
  const t = useTranslations("thread.reply");
  const why = useSendError();
  const { running, run } = useRun(threadId);
  const { seenVersion: threadVersion } = useInbox();
  const { reply, messages } = item;
  const question = currentQuestion(questions);
  const isUnknown = reply.status === "unknown";
  const missing = messages.slice(reply.partsSent);
  const words = missing.filter(({ media }) => media === null).map(({ text }) => text);
  const pictures = missing.flatMap(({ media }) => media?.id ?? []);
  return (
    <div className="flex flex-col items-end gap-1.5 text-late text-sm">
      <p>{why(reply.errorCode)}</p>
      {isUnknown ? <p>{t("unknownHint")}</p> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" onClick={() => onBringBack(words.join("\n"), reply, pictures)}>
          {isUnknown ? t("sendAgain") : t("retry")}
        </Button>
        {isUnknown && question && statusOf(question) === "open" ? (
          <Button
            size="small"
            busy={running}
            onClick={() => run(() => closeAction({ questionId: question.id, reason: "answeredElsewhere", threadVersion }))}
          >
            {t("answeredElsewhere")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
