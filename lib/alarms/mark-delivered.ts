import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";

/** What a worker holds of one channel. */
export type DeliveryClaim = { claimId: string; channel: { id: string; accountId: string } };

/**
 * The other side took the message.
 * @returns false when the claim is not this worker's any more
 */
export async function markDelivered({ claimId, channel }: DeliveryClaim, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.alarmDelivery.updateMany({
      where: { claimId, status: "sending" },
      data: { status: "sent", endedAt: at, leaseUntil: null },
    });
    if (count === 0) return false;
    await tx.alarmChannel.update({ where: { id: channel.id }, data: { lastOkAt: at, lastError: null }, select: { id: true } });
    const facts = { channelId: channel.id, claimId, deliveries: count };
    await record(tx, { type: "alarmDelivery.sent", accountId: channel.accountId, facts }, at);
    return true;
  });
}
