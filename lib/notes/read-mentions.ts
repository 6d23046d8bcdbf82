import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import type { ReadMentions } from "./schema";

/** The officer has opened the thread: its notes that name the officer are read. Nothing happens when there are none. */
export async function readMentions(input: ReadMentions, officer: ActingOfficer, at = now()): Promise<{ read: number }> {
  return db.$transaction(async (tx) => {
    const note = { threadId: input.threadId, accountId: { in: [...officer.scope.accountIds] } };
    const { count: read } = await tx.noteMention.updateMany({ where: { officerId: officer.id, readAt: null, note }, data: { readAt: at } });
    if (read === 0) return { read };
    const { accountId } = await tx.thread.findUniqueOrThrow({ where: { id: input.threadId }, select: { accountId: true } });
    const facts = { mentions: read };
    await record(tx, { type: "note.mentionsRead", accountId, threadId: input.threadId, officerId: officer.id, facts }, at);
    return { read };
  });
}
