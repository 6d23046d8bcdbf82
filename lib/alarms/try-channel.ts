import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { TryChannel } from "./schema";

/**
 * 试发: a message that says it is none goes the way of an alarm; its row tells what came of it.
 * @throws Refusal channelNotFound, also for one that is switched off
 */
export async function tryChannel(
  { channelId }: TryChannel,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<{ deliveryId: string }> {
  return db.$transaction(async (tx) => {
    const where = { id: channelId, accountId: { in: [...officer.scope.accountIds] }, disabledAt: null };
    const channel = await tx.alarmChannel.findFirst({ where, select: { accountId: true } });
    if (!channel) throw new Refusal("channelNotFound");
    const { id: deliveryId } = await tx.alarmDelivery.create({ data: { channelId, queuedAt: at, sendAfter: at }, select: { id: true } });
    const facts = { channelId, deliveryId };
    await record(tx, { type: "alarmChannel.tried", accountId: channel.accountId, officerId: officer.id, facts }, at);
    return { deliveryId };
  });
}
