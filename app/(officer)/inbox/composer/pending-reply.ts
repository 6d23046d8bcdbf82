import { instantOf } from "@/app/(officer)/local-moment";
import { splitReply } from "@/lib/replies/rules";
import { UNDO_SECONDS } from "@/lib/sla/rules";
import type { MessageMedia, ThreadMessage } from "@/lib/threads/queries";
import { after, SECOND } from "@/lib/time/rules";
import type { Draft } from "./draft";
import type { Attached } from "./pictures/attached";

/** A reply that the server has not told us about yet; `saved` once it said that it has it. */
export type PendingReply = { replyId: string; saved: boolean; messages: ThreadMessage[] };

/** What the officer has just sent, as bubbles, until the thread itself shows them. */
export function pendingReply(
  draft: Draft,
  thread: { id: string; timeZone: string },
  officer: { id: string; name: string },
  now: Date,
  pictures: readonly Attached[] = [],
): PendingReply {
  const parts = splitReply(draft.text);
  const interim = draft.kind === "interim";
  const contents = [...parts.map((text) => ({ text, picture: null })), ...pictures.map((picture) => ({ text: "", picture }))];
  const messages = contents.map(
    ({ text, picture }, part): ThreadMessage => ({
      id: `${draft.replyId}-${part}`,
      threadId: thread.id,
      seq: draft.seen.seq,
      questionId: null,
      direction: "outbound",
      kind: picture ? "image" : "text",
      nature: "content",
      text,
      facts: null,
      at: now,
      passiveReply: null,
      media: picture && mediaOf(picture),
      reply: {
        id: draft.replyId,
        kind: draft.kind,
        status: "queued",
        officer,
        sendAfterAt: after(now, UNDO_SECONDS * SECOND),
        sentAt: null,
        promisedUnit: interim ? draft.unit.trim() : null,
        promisedAt: interim ? instantOf(draft.promisedAt, thread.timeZone) : null,
        partCount: contents.length,
        partsSent: 0,
        attempts: 0,
        errorCode: null,
      },
    }),
  );
  return { replyId: draft.replyId, saved: false, messages };
}

/** The thread's messages with what is pending, unless the thread shows it already. */
export function withPending(messages: readonly ThreadMessage[], pending: PendingReply | null): readonly ThreadMessage[] {
  if (!pending || messages.some(({ reply }) => reply?.id === pending.replyId)) return messages;
  return [...messages, ...pending.messages];
}

function mediaOf({ id, key, width, height }: Attached): MessageMedia {
  const size = { bytes: null, width: width || null, height: height || null };
  return { id: id ?? key, state: "stored", failure: null, contentType: "image/jpeg", ...size, milliseconds: null, hasThumbnail: true };
}
