import type { Tx } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";

type NewNote = {
  threadId: string;
  accountId: string;
  text: string /** Officers who may see the account. */;
  mentionIds: readonly string[];
};

/** Writes an internal note (内部备注) inside a verb that records it with `facts.noteId`; the thread has been checked. Naming oneself names nobody. */
export async function writeNote(
  tx: Tx,
  { threadId, accountId, text, mentionIds }: NewNote,
  officer: ActingOfficer,
  at: Date,
): Promise<{ id: string }> {
  const named = [...new Set(mentionIds)].filter((id) => id !== officer.id);
  return tx.internalNote.create({
    data: { threadId, accountId, officerId: officer.id, text, at, mentions: { create: named.map((officerId) => ({ officerId })) } },
    select: { id: true },
  });
}
