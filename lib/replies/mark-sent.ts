import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { Claim } from "./mark-part-sent";
import { settleQuestions } from "./settlement";

/**
 * WeChat took the whole reply. Only now does it count: the first response, the promise, the answer.
 * Also for a reply whose lease ran out while WeChat was slow: then the truth came late, and replaces unknown.
 * @returns false when the claim is not this worker's
 */
export async function markSent(claim: Claim, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const claimed = await tx.reply.findFirst({
      where: { id: claim.id, claimId: claim.claimId, status: { in: ["sending", "unknown"] } },
      select: { partCount: true },
    });
    if (!claimed) return false;
    const [reply] = await tx.reply.updateManyAndReturn({
      where: { id: claim.id, claimId: claim.claimId, status: { in: ["sending", "unknown"] } },
      data: {
        status: "sent",
        sentAt: at,
        partsSent: claimed.partCount,
        leaseUntil: null,
        unknownAt: null,
        errorCode: null,
        errorDetail: null,
      },
    });
    if (!reply) return false;
    await tx.message.updateMany({ where: { replyId: reply.id, sentAt: null }, data: { sentAt: at } });
    const settled = await settleQuestions(tx, reply, at);
    await record(
      tx,
      {
        type: "reply.sent",
        accountId: reply.accountId,
        threadId: reply.threadId,
        replyId: reply.id,
        officerId: reply.officerId,
        ...settled,
      },
      at,
    );
    return true;
  });
}
