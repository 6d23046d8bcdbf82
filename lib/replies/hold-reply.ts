import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { markFailed, type SendError } from "./mark-failed";
import type { Claim } from "./mark-part-sent";
import { giveBack } from "./windows";

/**
 * WeChat surely did not take the reply, and may later: back into the queue until `retryAt`, the window given back. Where the group answer
 * that it belongs to was taken back meanwhile it fails instead: nobody gets that any more.
 * @returns false when the claim is not this worker's
 */
export async function holdReply(claim: Claim, error: SendError, retryAt: Date, at = now()): Promise<boolean> {
  const held = await db.$transaction(async (tx) => {
    if (await isTakenBack(tx, claim.id)) return null;
    const [reply] = await tx.reply.updateManyAndReturn({
      where: { id: claim.id, claimId: claim.claimId, status: "sending" },
      data: { status: "queued", claimId: null, leaseUntil: null, sendAfter: retryAt, errorCode: error.code, errorDetail: error.detail },
    });
    if (!reply) return false;
    await giveBack(tx, reply);
    await record(
      tx,
      {
        type: "reply.held",
        accountId: reply.accountId,
        threadId: reply.threadId,
        replyId: reply.id,
        facts: { errorCode: error.code, attempts: reply.attempts },
      },
      at,
    );
    return true;
  });
  return held ?? markFailed(claim, error, at);
}

/** Whoever takes the group answer back waits for this, or is waited for. */
async function isTakenBack(tx: Tx, replyId: string): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ withdrawnAt: Date | null }[]>`
    SELECT g."withdrawnAt" FROM "Reply" y JOIN "GroupAnswer" g ON g.id = y."groupAnswerId" WHERE y.id = ${replyId}::uuid FOR SHARE OF g`;
  return answer !== undefined && answer.withdrawnAt !== null;
}
