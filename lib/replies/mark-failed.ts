import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { Claim } from "./mark-part-sent";
import { correctWindow, giveBack } from "./windows";

/** Why WeChat surely did not take a reply: its errcode, or ours when WeChat was never reached. `detail` carries no secret and no text. */
export type SendError = { errcode: number | null; code: string; detail: string | null };

/**
 * WeChat refused the reply for good. The officer sees it; the window gets back what was not used.
 * @returns false when the claim is not this worker's
 */
export async function markFailed(claim: Claim, error: SendError, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [reply] = await tx.reply.updateManyAndReturn({
      where: { id: claim.id, claimId: claim.claimId, status: { in: ["sending", "unknown"] } },
      data: { status: "failed", failedAt: at, unknownAt: null, leaseUntil: null, errorCode: error.code, errorDetail: error.detail },
    });
    if (!reply) return false;
    const corrected = error.errcode !== null && (await correctWindow(tx, reply, error.errcode, at));
    if (!corrected) await giveBack(tx, reply);
    await record(
      tx,
      { type: "reply.failed", accountId: reply.accountId, threadId: reply.threadId, replyId: reply.id, facts: { errorCode: error.code } },
      at,
    );
    return true;
  });
}
