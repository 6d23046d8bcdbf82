"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { QuestionRow } from "@/lib/questions/queries";
import { InboundBubble } from "./bubble";
import { EventNote } from "./event-note";
import { NoteBubble } from "./note-bubble";
import { RatingNote } from "./rating-note";
import { ReplyBubbles } from "./reply-bubbles";
import { anchorOf } from "./show-question";
import type { ThreadItem } from "./thread-items";
import type { BringBack } from "./went-wrong";

/** `newSince`: the seq after which everything is new to the officer, who has been writing. `savingId`: the reply that the server has not confirmed yet. */
export type ReplyHandling = {
  newSince: string | null;
  savingId: string | null;
  onWithdraw: (replyId: string) => void;
  onBringBack: BringBack;
};
type Props = ReplyHandling & { item: ThreadItem; questions: readonly QuestionRow[]; threadId: string };

/** One thing in the thread: a day, a bound between questions, an event, or what somebody said. */
export function ThreadItemView({ item, newSince, ...rest }: Props) {
  switch (item.type) {
    case "day":
      return <Day at={item.at} />;
    case "questionStarted":
    case "questionEnded":
      return <Bound item={item} />;
    case "ratingAsked":
    case "rated":
      return <RatingNote item={item} />;
    case "event":
      return <EventNote message={item.message} />;
    case "note":
      return <NoteBubble note={item.note} />;
    case "inbound": {
      const isNew = newSince !== null && BigInt(item.message.seq) > BigInt(newSince);
      return <InboundBubble message={item.message} tight={item.tight} isNew={isNew} anchor={item.starts && anchorOf(item.starts)} />;
    }
    case "reply":
      return <ReplyBubbles item={item} {...rest} />;
  }
}

function Day({ at }: { at: Date }) {
  const { day } = useDates();
  return (
    <p className="self-center text-ink-3 text-xs" suppressHydrationWarning>
      {day(at)}
    </p>
  );
}

function Bound({ item }: { item: Extract<ThreadItem, { type: "questionStarted" | "questionEnded" }> }) {
  const t = useTranslations("thread");
  const reasons = useTranslations("closeReasons");
  const { moment } = useDates();
  const { question } = item;
  if (item.type === "questionStarted") return <Rule>{t("questionStarted")}</Rule>;
  if (question.answeredAt) return <Rule>{t("questionAnswered", { at: moment(question.answeredAt) })}</Rule>;
  if (!question.closedAt) return null;
  const reason = question.closeReason ? reasons(question.closeReason) : "";
  return <Rule>{t("questionClosed", { at: moment(question.closedAt), reason })}</Rule>;
}

function Rule({ children }: { children: ReactNode }) {
  return (
    <p
      className="flex items-center gap-3 text-ink-3 text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
      suppressHydrationWarning
    >
      {children}
    </p>
  );
}
