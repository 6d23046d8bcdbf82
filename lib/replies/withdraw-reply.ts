import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnReply } from "./schema";

/**
 * 撤回: takes a reply back that the worker has not claimed yet; its text is returned to the composer. A colleague's that waits for a retry, too.
 * @throws Refusal replyNotWithdrawable once it is being sent, replyNotFound
 */
export async function withdrawReply(input: OnReply, officer: ActingOfficer, at = now()): Promise<{ text: string; threadVersion: number }> {
  return db.$transaction(async (tx) => {
    const accountId = { in: [...officer.scope.accountIds] };
    const [reply] = await tx.reply.updateManyAndReturn({
      where: { id: input.replyId, accountId, status: "queued", partsSent: 0 },
      data: { status: "withdrawn", withdrawnAt: at },
    });
    if (!reply) {
      const known = await tx.reply.count({ where: { id: input.replyId, accountId } });
      throw new Refusal(known === 0 ? "replyNotFound" : "replyNotWithdrawable");
    }
    const thread = await tx.thread.update({ where: { id: reply.threadId }, data: { version: { increment: 1 } } });
    await record(
      tx,
      { type: "reply.withdrawn", accountId: reply.accountId, threadId: reply.threadId, replyId: reply.id, officerId: officer.id },
      at,
    );
    return { text: reply.text, threadVersion: thread.version };
  });
}
