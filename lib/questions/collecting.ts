import type { Tx } from "@/lib/db";

/** A question that is open again takes the thread's next messages, unless a newer one already does. Lock order: the thread first, as intake does. */
export async function mayCollect(tx: Tx, threadId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Thread" WHERE id = ${threadId}::uuid FOR UPDATE`;
  return (await tx.question.count({ where: { threadId, collecting: true } })) === 0;
}
