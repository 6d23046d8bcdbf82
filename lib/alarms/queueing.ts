import type { Tx } from "@/lib/db";
import type { Audience } from "./rules";

/** Puts fresh alarms on their way through every channel of their account that serves one of those whom they tell. */
export async function queueDeliveries(
  tx: Tx,
  alarms: readonly { alarmId: string; accountId: string; audiences: readonly Audience[] }[],
  at: Date,
): Promise<void> {
  if (alarms.length === 0) return;
  const accountIds = [...new Set(alarms.map(({ accountId }) => accountId))];
  const channels = await tx.alarmChannel.findMany({
    where: { accountId: { in: accountIds }, disabledAt: null },
    select: { id: true, accountId: true, audiences: true },
  });
  await tx.alarmDelivery.createMany({
    data: alarms.flatMap(({ alarmId, accountId, audiences }) =>
      channels
        .filter((channel) => channel.accountId === accountId && channel.audiences.some((audience) => audiences.includes(audience)))
        .map(({ id }) => ({ channelId: id, alarmId, queuedAt: at, sendAfter: at })),
    ),
  });
}
