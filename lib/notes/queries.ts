import { db } from "@/lib/db";
import type { ActingOfficer, Scope } from "@/lib/officers/scope";
import type { Prisma } from "@/prisma/generated/client";

/** What a colleague wrote on a thread, for colleagues alone; `removedAt` with an empty text once its author has removed it. */
export type ThreadNote = {
  id: string;
  accountId: string;
  threadId: string;
  officer: { id: string; name: string };
  text: string;
  at: Date;
  removedAt: Date | null;
  mentioned: { id: string; name: string }[];
};
/** A note that names the officer and has not been opened yet. */
export type UnreadMention = Pick<ThreadNote, "id" | "accountId" | "threadId" | "officer" | "text" | "at">;

/** So many notes of a thread are shown, the newest. */
const SHOWN = 200;
const MENTIONS_SHOWN = 50;
const person = { select: { id: true, name: true } } as const;
const shown = { officer: person, mentions: { select: { officer: person } } } as const;

/** The notes of a thread, oldest first; none outside the scope. */
export async function threadNotes(scope: Scope, threadId: string): Promise<ThreadNote[]> {
  const where = { threadId, accountId: { in: [...scope.accountIds] } };
  const found = await db.internalNote.findMany({ where, include: shown, orderBy: { seq: "desc" }, take: SHOWN });
  return found.reverse().map(asNote);
}

/** Notes that are new or changed, for the feed. */
export async function changedNotes(scope: Scope, ids: readonly string[]): Promise<ThreadNote[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] }, accountId: { in: [...scope.accountIds] } };
  return (await db.internalNote.findMany({ where, include: shown, orderBy: { seq: "asc" } })).map(asNote);
}

/** The newest notes that name an officer and wait to be opened, newest first. */
export async function unreadMentions({ scope, id }: ActingOfficer): Promise<UnreadMention[]> {
  const found = await db.noteMention.findMany({
    where: { officerId: id, readAt: null, note: { accountId: { in: [...scope.accountIds] } } },
    include: { note: { include: { officer: person } } },
    orderBy: { note: { seq: "desc" } },
    take: MENTIONS_SHOWN,
  });
  return found.map(({ note: { id: noteId, accountId, threadId, officer, text, at } }) => ({
    id: noteId,
    accountId,
    threadId,
    officer,
    text,
    at,
  }));
}

function asNote({
  mentions,
  seq: _seq,
  officerId: _officerId,
  ...note
}: Prisma.InternalNoteGetPayload<{ include: typeof shown }>): ThreadNote {
  return { ...note, mentioned: mentions.map(({ officer }) => officer) };
}
