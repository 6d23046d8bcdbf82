import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import type { Draft } from "@/prisma/generated/client";

/** A draft as the server has it. `promised`: when, as typed, by the accounts' clock; empty for none, and no instant on the wire. */
export type SavedDraft = {
  threadId: string;
  kind: "answer" | "ask" | "interim";
  text: string;
  unit: string;
  promised: string;
  seen: { version: number; seq: string };
  replyId: string;
  revision: number;
  savedAt: Date;
};
/** What the server had at an instant: of two readings the later counts. */
export type DraftReading = { readAt: Date; saved: SavedDraft | null };

/** The officer's own draft in a thread, if there is one and the scope reaches it. */
export async function readDraft({ scope, id }: ActingOfficer, threadId: string): Promise<DraftReading> {
  const readAt = now();
  const thread = { accountId: { in: [...scope.accountIds] } };
  const draft = await db.draft.findFirst({ where: { officerId: id, threadId, thread } });
  return { readAt, saved: draft && asSaved(draft) };
}

/** The threads in which an officer has a draft. */
export async function draftedThreads({ scope, id }: ActingOfficer): Promise<string[]> {
  const thread = { accountId: { in: [...scope.accountIds] } };
  const drafts = await db.draft.findMany({ where: { officerId: id, thread }, select: { threadId: true }, orderBy: { savedAt: "desc" } });
  return drafts.map(({ threadId }) => threadId);
}

/** A row as the screen knows it. */
export function asSaved({ officerId: _officerId, seenVersion, seenSeq, promisedAt: promised, ...draft }: Draft): SavedDraft {
  return { ...draft, promised, seen: { version: seenVersion, seq: String(seenSeq) } };
}
