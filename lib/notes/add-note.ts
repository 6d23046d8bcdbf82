import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { listColleagues } from "@/lib/officers/queries";
import { type ActingOfficer, narrowed } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { mentionsIn } from "./rules";
import type { AddNote } from "./schema";
import { writeNote } from "./writing";

/**
 * 内部备注: writes to colleagues, on a thread, what the resident never sees. Who is named with @ and may see the thread is told.
 * The same `noteId` again is the same note.
 * @throws Refusal threadNotFound, idempotencyKeyReused when the id already says something else
 */
export async function addNote(input: AddNote, officer: ActingOfficer, at = now()): Promise<{ id: string }> {
  const accountId = { in: [...officer.scope.accountIds] };
  const thread = await db.thread.findFirst({ where: { id: input.threadId, accountId }, select: { id: true, accountId: true } });
  if (!thread) throw new Refusal("threadNotFound");
  const named = mentionsIn(input.text, await listColleagues(narrowed(officer.scope, thread.accountId)));

  return db.$transaction(async (tx) => {
    const id = input.noteId ?? uuid();
    const mentionIds = named.map((person) => person.id);
    const { threadId, text } = input;
    const isNew = await writeNote(tx, { id, threadId, accountId: thread.accountId, text, mentionIds }, officer, at);
    if (!isNew) return refuseUnlessTwin(tx, id, input, officer);
    const facts = { noteId: id };
    await record(tx, { type: "note.added", accountId: thread.accountId, threadId, officerId: officer.id, facts }, at);
    return { id };
  });
}

async function refuseUnlessTwin(tx: Tx, id: string, { threadId, text }: AddNote, officer: ActingOfficer): Promise<{ id: string }> {
  const earlier = { id, threadId, officerId: officer.id, OR: [{ text }, { removedAt: { not: null } }] };
  if ((await tx.internalNote.count({ where: earlier })) === 0) throw new Refusal("idempotencyKeyReused");
  return { id };
}
