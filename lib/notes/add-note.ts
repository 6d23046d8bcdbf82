import { db } from "@/lib/db";
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
 * @throws Refusal threadNotFound
 */
export async function addNote(input: AddNote, officer: ActingOfficer, at = now()): Promise<{ id: string }> {
  const accountId = { in: [...officer.scope.accountIds] };
  const thread = await db.thread.findFirst({ where: { id: input.threadId, accountId }, select: { id: true, accountId: true } });
  if (!thread) throw new Refusal("threadNotFound");
  const named = mentionsIn(input.text, await listColleagues(narrowed(officer.scope, thread.accountId)));

  return db.$transaction(async (tx) => {
    const mentionIds = named.map(({ id }) => id);
    const note = await writeNote(tx, { threadId: thread.id, accountId: thread.accountId, text: input.text, mentionIds }, officer, at);
    const facts = { noteId: note.id };
    await record(tx, { type: "note.added", accountId: thread.accountId, threadId: thread.id, officerId: officer.id, facts }, at);
    return note;
  });
}
