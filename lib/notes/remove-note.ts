import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnNote } from "./schema";

/**
 * Erases the words of one's own note; that there was one stays to be seen, and whom it named is named no more.
 * @throws Refusal noteNotRemovable when a colleague wrote it or it is removed already, noteNotFound
 */
export async function removeNote(input: OnNote, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const accountId = { in: [...officer.scope.accountIds] };
    const [removed] = await tx.internalNote.updateManyAndReturn({
      where: { id: input.noteId, accountId, officerId: officer.id, removedAt: null },
      data: { removedAt: at, text: "" },
    });
    if (!removed) {
      const known = await tx.internalNote.count({ where: { id: input.noteId, accountId } });
      throw new Refusal(known === 0 ? "noteNotFound" : "noteNotRemovable");
    }
    await tx.noteMention.deleteMany({ where: { noteId: removed.id } });
    const facts = { noteId: removed.id };
    await record(tx, { type: "note.removed", accountId: removed.accountId, threadId: removed.threadId, officerId: officer.id, facts }, at);
  });
}
