import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import type { DeliveryClaim } from "./mark-delivered";

/** Why a message was not taken: a code with a sentence of its own on the screen. */
export type DeliveryError = { code: string; detail: string | null };
/** After so long nobody is helped by an old alarm any more. */
const GIVE_UP_AFTER = HOUR;

/**
 * Not taken, and may be later: back into the queue until then, unless it has been tried for an hour.
 * @returns whether all of the claim is tried again
 */
export async function holdDeliveries(
  { claimId, channel }: DeliveryClaim,
  error: DeliveryError,
  retryAt: Date,
  at = now(),
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.alarmDelivery.updateMany({
      where: { claimId, status: "sending", queuedAt: { gt: after(at, -GIVE_UP_AFTER) } },
      data: { status: "queued", sendAfter: retryAt, leaseUntil: null, errorCode: error.code, errorDetail: error.detail },
    });
    if (count > 0) {
      await tx.alarmChannel.update({ where: { id: channel.id }, data: { lastFailedAt: at, lastError: error.code }, select: { id: true } });
      const facts = { channelId: channel.id, claimId, deliveries: count, errorCode: error.code };
      await record(tx, { type: "alarmDelivery.held", accountId: channel.accountId, facts }, at);
    }
    return (await tx.alarmDelivery.count({ where: { claimId, status: "sending" } })) === 0;
  });
}
