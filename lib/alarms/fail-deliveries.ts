import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { DeliveryError } from "./hold-deliveries";
import type { DeliveryClaim } from "./mark-delivered";

/**
 * Refused for good, or tried for an hour: given up, and shown.
 * @returns false when the claim is not this worker's any more
 */
export async function failDeliveries({ claimId, channel }: DeliveryClaim, error: DeliveryError, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.alarmDelivery.updateMany({
      where: { claimId, status: "sending" },
      data: { status: "failed", endedAt: at, leaseUntil: null, errorCode: error.code, errorDetail: error.detail },
    });
    if (count === 0) return false;
    await tx.alarmChannel.update({ where: { id: channel.id }, data: { lastFailedAt: at, lastError: error.code }, select: { id: true } });
    const facts = { channelId: channel.id, claimId, deliveries: count, errorCode: error.code };
    await record(tx, { type: "alarmDelivery.failed", accountId: channel.accountId, facts }, at);
    return true;
  });
}
