import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { Claim } from "./mark-part-sent";

/**
 * Nobody can know whether WeChat took the reply. It is never repeated by itself; the officer decides. The window stays spent.
 * @param reason what was seen: timeout, reset, an HTTP status, a page instead of JSON
 * @returns false when the claim is not this worker's
 */
export async function markUnknown(claim: Claim, reason: { code: string; detail: string | null }, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [reply] = await tx.reply.updateManyAndReturn({
      where: { id: claim.id, claimId: claim.claimId, status: "sending" },
      data: { status: "unknown", unknownAt: at, leaseUntil: null, errorCode: reason.code, errorDetail: reason.detail },
    });
    if (!reply) return false;
    await record(
      tx,
      { type: "reply.unknown", accountId: reply.accountId, threadId: reply.threadId, replyId: reply.id, facts: { errorCode: reason.code } },
      at,
    );
    return true;
  });
}
