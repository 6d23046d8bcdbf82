import { newId } from "@/app/(officer)/inbox/new-id";
import type { Saved } from "@/lib/drafts/queries";
import { storable } from "@/lib/drafts/rules";
import type { ReplyKind } from "@/lib/replies/rules";

/** The thread as the officer knew it when the draft was begun: `seq` is the last message that was there. */
export type SeenThread = { version: number; seq: string };
export type Draft<Seen = SeenThread> = {
  text: string;
  kind: ReplyKind;
  unit: string;
  /** 2026-11-22T18:00 by the account's clock, as the field holds it; empty while not chosen. */
  promisedAt: string;
  /** Names what it will be sent as, so that asking twice sends once. */
  replyId: string;
  /** Whether it was handed to the server: then only this very text may go by this id. */
  attempted: boolean;
  /** To whom it answers, as the officer knew it. */
  seen: Seen;
};
export type DraftChange = Partial<Pick<Draft, "text" | "kind" | "unit" | "promisedAt">>;

/** How drafts of one kind are told from nothing and from each other, and known again in a browser's storage. */
export type Paper<Seen> = {
  isBlank(draft: Draft<Seen>): boolean;
  saysSame(one: Draft<Seen>, other: Draft<Seen>): boolean;
  isSeen(value: unknown): value is Seen;
  /** What of it stands when nothing is written any more. */
  afresh(seen: Seen): Seen;
};

/** Nothing written yet, on top of what the officer sees. */
export function emptyDraft<Seen>(seen: Seen): Draft<Seen> {
  return { text: "", kind: "answer", unit: "", promisedAt: "", replyId: newId(), attempted: false, seen };
}

/**
 * The draft with a change. Once handed to the server, a changed reply is another reply and gets another id; should the first
 * one have arrived after all, the thread has moved and the server refuses the second.
 */
export function changedDraft<Seen>(draft: Draft<Seen>, change: Partial<Draft<Seen>>): Draft<Seen> {
  const changed = { ...draft, ...change };
  return draft.attempted ? { ...changed, replyId: newId(), attempted: false } : changed;
}

/** The draft on top of the thread as it stands now. One that is empty has nothing to reconsider. */
export function knowing<Seen>(draft: Draft<Seen>, seen: Seen): Draft<Seen> {
  return { ...draft, seen };
}

/** Text that comes back, from 撤回 or a failed reply, before what has been written since; never sent by the id it had. */
export function restoredDraft(draft: Draft, back: Omit<DraftChange, "text"> & { text: string }, seen: SeenThread): Draft {
  const text = isBlank(draft) ? back.text : `${back.text}\n${draft.text}`;
  return { ...emptyDraft(seen), unit: draft.unit, promisedAt: draft.promisedAt, ...back, text };
}

/** The draft that the server has, as it is written on here. */
export function draftOf<Seen>({ text, kind, unit, promised, replyId, seen }: Saved<Seen>): Draft<Seen> {
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
export type Tail<Seen = SeenThread> = { draft: Draft<Seen>; revision: number };

/** A stored tail, or null when there is none that can be read. */
export function parseTail<Seen>(text: string | null, isSeen: Paper<Seen>["isSeen"]): Tail<Seen> | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<Tail<Seen>> | null;
    return value && isDraft(value.draft, isSeen) && Number.isInteger(value.revision) ? (value as Tail<Seen>) : null;
  } catch {
    return null;
  }
}

function isDraft<Seen>(value: unknown, isSeen: Paper<Seen>["isSeen"]): value is Draft<Seen> {
  if (typeof value !== "object" || value === null) return false;
  const draft = value as Partial<Draft<unknown>>;
  const texts = [draft.text, draft.unit, draft.promisedAt, draft.replyId];
  const isKind = draft.kind === "answer" || draft.kind === "ask" || draft.kind === "interim";
  return isKind && texts.every((text) => typeof text === "string") && typeof draft.attempted === "boolean" && isSeen(draft.seen);
}

function isSeenThread(value: unknown): value is SeenThread {
  const seen = value as Partial<SeenThread> | null | undefined;
  return typeof seen?.seq === "string" && Number.isInteger(seen.version);
}

/** What is written to one resident. */
export const threadPaper: Paper<SeenThread> = { isBlank, saysSame, isSeen: isSeenThread, afresh: (seen) => seen };
