"use client";

import { useTranslations } from "next-intl";
import type { QuestionRow } from "@/lib/questions/queries";
import { LinkedText } from "./linked-text";
import { MediaPart } from "./media/media-part";
import { ReplyStateLine } from "./reply-state";
import type { ReplyHandling } from "./thread-item";
import type { ThreadItem } from "./thread-items";
import { WentWrong } from "./went-wrong";

type Props = Omit<ReplyHandling, "newSince"> & {
  item: Extract<ThreadItem, { type: "reply" }>;
  questions: readonly QuestionRow[];
  threadId: string;
};

/** One reply of ours, in as many bubbles as WeChat messages, and under the last one what became of it. */
export function ReplyBubbles({ item, savingId, onWithdraw, ...rest }: Props) {
  const t = useTranslations("thread");
  const { reply, messages } = item;
  if (reply.status === "withdrawn") return <p className="self-end text-ink-3 text-xs">{t("withdrawn", { name: reply.officer.name })}</p>;
  const wrong = reply.status === "failed" || reply.status === "unknown";
  return (
    <div className="flex max-w-[min(34em,92%)] flex-col items-end gap-1.5 self-end">
      {messages.map((message, part) => (
        <div
          key={message.id}
          className={`rounded-[12px_4px_12px_12px] border px-[13px] py-2 ${wrong ? "border-late-mark bg-late-bg" : "border-transparent bg-sel"}`}
        >
          <p className="sr-only">{t("weSay")}</p>
          {message.media ? <MediaPart message={message} /> : <LinkedText text={message.text} />}
          {part === messages.length - 1 ? (
            <ReplyStateLine reply={reply} saving={reply.id === savingId} onWithdraw={() => onWithdraw(reply.id)} />
          ) : null}
        </div>
      ))}
      {wrong ? <WentWrong item={item} {...rest} /> : null}
    </div>
  );
}
