import type { Tx } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";

type NewNote = {
  id: string;
  threadId: string;
  accountId: string;
  text: string;
  /** Officers who may see the account. */
  mentionIds: readonly string[];
};

/**
 * Writes an internal note (内部备注) inside a verb that records it with `facts.noteId`; the thread has been checked. Naming oneself names nobody.
 * @returns whether it is new: a twin in work at the same moment waits here for the first to commit, and writes nothing
 */
export async function writeNote(
  tx: Tx,
  { id, threadId, accountId, text, mentionIds }: NewNote,
  officer: ActingOfficer,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.internalNote.createMany({
    data: [{ id, threadId, accountId, officerId: officer.id, text, at }],
    skipDuplicates: true,
  });
  const named = [...new Set(mentionIds)].filter((officerId) => officerId !== officer.id);
  if (count === 1) await tx.noteMention.createMany({ data: named.map((officerId) => ({ noteId: id, officerId })) });
  return count === 1;
}
