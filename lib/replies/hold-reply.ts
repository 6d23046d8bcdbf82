import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { SendError } from "./mark-failed";
import type { Claim } from "./mark-part-sent";
import { giveBack } from "./windows";

/**
 * WeChat surely did not take the reply, and may later: back into the queue until `retryAt`, the window given back.
 * @returns false when the claim is not this worker's
 */
export async function holdReply(claim: Claim, error: SendError, retryAt: Date, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
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
}
