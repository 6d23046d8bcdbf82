import type { ReplyKind } from "@/lib/replies/rules";

/** The thread as the officer knew it when the draft was begun: `seq` is the last message that was there. */
export type SeenThread = { version: number; seq: string };
export type Draft = {
  text: string;
  kind: ReplyKind;
  unit: string;
  /** 2026-11-22T18:00 by the accounts' clock, as the field holds it; empty while not chosen. */
  promisedAt: string;
  /** Names the reply, so that asking twice sends once. */
  replyId: string;
  /** Whether it was handed to the server: then only this very text may go by this id. */
  attempted: boolean;
  seen: SeenThread;
};
export type DraftChange = Partial<Pick<Draft, "text" | "kind" | "unit" | "promisedAt">>;

/** Nothing written yet, on top of the thread as it stands. */
export function emptyDraft(seen: SeenThread): Draft {
  return { text: "", kind: "answer", unit: "", promisedAt: "", replyId: newReplyId(), attempted: false, seen };
}

/**
 * The draft with a change. Once handed to the server, a changed reply is another reply and gets another id; should the first
 * one have arrived after all, the thread has moved and the server refuses the second.
 */
export function changedDraft(draft: Draft, change: DraftChange): Draft {
  const changed = { ...draft, ...change };
  return draft.attempted ? { ...changed, replyId: newReplyId(), attempted: false } : changed;
}

/** The draft on top of the thread as it stands now. One that is empty has nothing to reconsider. */
export function knowing(draft: Draft, seen: SeenThread): Draft {
  return { ...draft, seen };
}

/** Text that comes back, from 撤回 or a failed reply, before what has been written since; never sent by the id it had. */
export function restoredDraft(draft: Draft, back: Omit<DraftChange, "text"> & { text: string }, seen: SeenThread): Draft {
  const text = draft.text.trim() === "" ? back.text : `${back.text}\n${draft.text}`;
  return { ...emptyDraft(seen), unit: draft.unit, promisedAt: draft.promisedAt, ...back, text };
}

/** A stored draft, or null when there is none that can be read. */
export function parseDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const draft = value as Partial<Draft>;
  const texts = [draft.text, draft.unit, draft.promisedAt, draft.replyId, draft.seen?.seq];
  const isKind = draft.kind === "answer" || draft.kind === "ask" || draft.kind === "interim";
  return (
    isKind &&
    texts.every((text) => typeof text === "string") &&
    typeof draft.attempted === "boolean" &&
    Number.isInteger(draft.seen?.version)
  );
}

/** A random id. On plain http a browser has no crypto.randomUUID. */
export function newReplyId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
