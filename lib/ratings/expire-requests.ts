import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";

/** A worker that fell silent while asking: nobody can know whether WeChat took it, so it is never asked again. Returns how many. */
export async function expireRequests(at = now()): Promise<number> {
  return db.$transaction(async (tx) => {
    const expired = await tx.ratingRequest.updateManyAndReturn({
      where: { status: "sending", leaseUntil: { lt: at } },
      data: { status: "unknown", unknownAt: at, leaseUntil: null, errorCode: "leaseExpired" },
    });
    for (const { id, accountId, threadId, questionId } of expired) {
      const facts = { requestId: id, errorCode: "leaseExpired" };
      await record(tx, { type: "ratingRequest.unknown", accountId, threadId, questionId, facts }, at);
    }
    return expired.length;
  });
}
