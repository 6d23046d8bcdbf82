import { newId } from "@/app/(officer)/inbox/new-id";
import type { SavedDraft } from "@/lib/drafts/queries";
import { storable } from "@/lib/drafts/rules";
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
  return { text: "", kind: "answer", unit: "", promisedAt: "", replyId: newId(), attempted: false, seen };
}

/**
 * The draft with a change. Once handed to the server, a changed reply is another reply and gets another id; should the first
 * one have arrived after all, the thread has moved and the server refuses the second.
 */
export function changedDraft(draft: Draft, change: DraftChange): Draft {
  const changed = { ...draft, ...change };
  return draft.attempted ? { ...changed, replyId: newId(), attempted: false } : changed;
}

/** The draft on top of the thread as it stands now. One that is empty has nothing to reconsider. */
export function knowing(draft: Draft, seen: SeenThread): Draft {
  return { ...draft, seen };
}

/** Text that comes back, from 撤回 or a failed reply, before what has been written since; never sent by the id it had. */
export function restoredDraft(draft: Draft, back: Omit<DraftChange, "text"> & { text: string }, seen: SeenThread): Draft {
  const text = isBlank(draft) ? back.text : `${back.text}\n${draft.text}`;
  return { ...emptyDraft(seen), unit: draft.unit, promisedAt: draft.promisedAt, ...back, text };
}

/** The draft that the server has, as it is written on here. */
export function draftOf({ text, kind, unit, promised, replyId, seen }: SavedDraft): Draft {
  return { text, kind, unit, promisedAt: promised, replyId, attempted: false, seen };
}

/** Whether both say the same to the database; under which id the reply would go is another matter. */
export function saysSame(one: DraftChange, other: DraftChange): boolean {
  return (["text", "kind", "unit", "promisedAt"] as const).every((field) => storable(one[field] ?? "") === storable(other[field] ?? ""));
}

/** Whether there is nothing to keep: a draft without words is none. */
export function isBlank(draft: Pick<Draft, "text">): boolean {
  return draft.text.trim() === "";
}

/** What a browser has not told the server yet, and on which saved revision it was written. */
export type Tail = { draft: Draft; revision: number };

/** A stored tail, or null when there is none that can be read. */
export function parseTail(text: string | null): Tail | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<Tail> | null;
    return value && isDraft(value.draft) && Number.isInteger(value.revision) ? (value as Tail) : null;
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
