import type { Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";

/** A question that is open again takes the thread's next messages, unless a newer one already does. Lock order: the thread first, as intake does. */
export async function mayCollect(tx: Tx, threadId: string): Promise<boolean> {
  await lockThread(tx, threadId);
  return (await tx.question.count({ where: { threadId, collecting: true } })) === 0;
}

/**
 * Holds the thread of a question, so that no message joins it unseen while it is put out of sight.
 * @throws Refusal questionNotFound, or threadMoved when more has been said than `threadVersion` saw
 */
export async function holdSeenThread(
  tx: Tx,
  seen: { questionId: string; threadVersion?: number | undefined },
  scope: Scope,
): Promise<void> {
  const question = await tx.question.findFirst({
    where: { id: seen.questionId, accountId: { in: [...scope.accountIds] } },
    select: { threadId: true },
  });
  if (!question) throw new Refusal("questionNotFound");
  const version = await lockThread(tx, question.threadId);
  if (seen.threadVersion !== undefined && seen.threadVersion !== version) throw new Refusal("threadMoved", { version });
}

/** A stronger lock would wait for whoever holds the question and adds a note or reply, which names the thread. */
async function lockThread(tx: Tx, threadId: string): Promise<number> {
  const [thread] = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM "Thread" WHERE id = ${threadId}::uuid FOR NO KEY UPDATE`;
  if (!thread) throw new Refusal("threadNotFound");
  return thread.version;
}
