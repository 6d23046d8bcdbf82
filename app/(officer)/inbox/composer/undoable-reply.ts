import { UNDO_SECONDS } from "@/lib/sla/rules";
import type { ReplyState, ThreadMessage } from "@/lib/threads/queries";
import { SECOND } from "@/lib/time/rules";
import { type PendingReply, withPending } from "./pending-reply";

type Sending = { pending: PendingReply | null; sending: boolean };

/** The officer's newest reply in a thread if it can still be taken back at `now`: saved by the server, and not yet on its way. */
export function undoableReply(
  messages: readonly ThreadMessage[],
  officerId: string,
  { pending, sending }: Sending,
  now: Date,
): ReplyState | null {
  const newest = withPending(messages, pending).findLast(({ reply }) => reply?.officer.id === officerId)?.reply;
  const isSaving = sending && newest?.id === pending?.replyId;
  return newest?.status === "queued" && newest.attempts === 0 && newest.sendAfterAt > now && !isSaving ? newest : null;
}

/** How long a reply waits yet, in whole seconds; the screen's clock is up to a second behind, and nobody is promised more than there is. */
export function secondsUntil(sendAfterAt: Date, now: Date): number {
  return Math.min(Math.ceil((sendAfterAt.getTime() - now.getTime()) / SECOND), UNDO_SECONDS);
}
