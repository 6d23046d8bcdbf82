import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";

/** A worker that fell silent while sending: nobody can know whether WeChat took the reply. Returns how many became unknown. */
export async function expireLeases(at = now()): Promise<number> {
  return db.$transaction(async (tx) => {
    const expired = await tx.reply.updateManyAndReturn({
      where: { status: "sending", leaseUntil: { lt: at } },
      data: { status: "unknown", unknownAt: at, leaseUntil: null, errorCode: "leaseExpired" },
    });
    for (const reply of expired) {
      await record(
        tx,
        {
          type: "reply.unknown",
          accountId: reply.accountId,
          threadId: reply.threadId,
          replyId: reply.id,
          facts: { errorCode: "leaseExpired" },
        },
        at,
      );
    }
    return expired.length;
  });
}
