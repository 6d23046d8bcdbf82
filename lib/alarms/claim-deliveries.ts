import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { unseal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { type ToldAlarm, toldAlarms } from "./outward";
import type { ChannelKind } from "./schema";

export const DELIVERY_LEASE_SECONDS = 60;
/** WeCom's and DingTalk's robots take twenty messages a minute. */
const PACE = 3.5 * SECOND;
const MOST_TOGETHER = 1_000;

export type ClaimedDeliveries = {
  kind: "claimed";
  claimId: string;
  channel: { id: string; accountId: string; kind: ChannelKind; address: string | null; secret: string | null; recipients: string[] };
  accountName: string;
  attempts: number;
  /** Nothing is told: somebody tries the channel out. */
  isTrial: boolean;
  alarms: ToldAlarm[];
};

/**
 * Takes what is due on one channel for this worker alone, all of it together: it goes as one message, because robots bear few. What has
 * ended by now, or would go through a channel that was switched off, is skipped. One whose worker fell silent is taken again: an alarm
 * may rather come twice than never.
 * @returns null when nothing is due
 */
export async function claimDeliveries(at = now()): Promise<ClaimedDeliveries | { kind: "skipped" } | null> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM "AlarmChannel" c
      WHERE c."nextAt" <= ${at} AND (
        EXISTS (SELECT 1 FROM "AlarmDelivery" d WHERE d."channelId" = c.id AND d.status = 'queued' AND d."sendAfter" <= ${at})
        OR EXISTS (SELECT 1 FROM "AlarmDelivery" d WHERE d."channelId" = c.id AND d.status = 'sending' AND d."leaseUntil" < ${at}))
      ORDER BY c."nextAt", c.id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return null;
    const channel = await tx.alarmChannel.findUniqueOrThrow({ where: { id: due.id }, include: { account: { select: { name: true } } } });
    const taken = await take(tx, channel.id, at);
    const alarms = await toldAlarms(
      tx,
      taken.flatMap(({ alarmId }) => alarmId ?? []),
    );
    const standing = new Set(alarms.map(({ id }) => id));
    const sends = channel.disabledAt === null ? taken.filter(({ alarmId }) => alarmId === null || standing.has(alarmId)) : [];
    const kept = new Set(sends.map(({ id }) => id));
    const skipped = taken.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    await tx.alarmDelivery.updateMany({ where: { id: { in: skipped } }, data: { status: "skipped", endedAt: at } });

    const claimId = uuid();
    const leaseUntil = after(at, DELIVERY_LEASE_SECONDS * SECOND);
    await tx.alarmDelivery.updateMany({
      where: { id: { in: [...kept] } },
      data: { status: "sending", claimId, leaseUntil, attempts: { increment: 1 }, errorCode: null, errorDetail: null },
    });
    if (kept.size > 0) await tx.alarmChannel.update({ where: { id: channel.id }, data: { nextAt: after(at, PACE) }, select: { id: true } });
    const facts = { channelId: channel.id, claimId, deliveries: kept.size, skipped: skipped.length };
    await record(tx, { type: "alarmDelivery.claimed", accountId: channel.accountId, facts }, at);
    if (kept.size === 0) return { kind: "skipped" };

    const { id, accountId, kind, recipients, sealedAddress, sealedSecret } = channel;
    return {
      kind: "claimed",
      claimId,
      channel: {
        id,
        accountId,
        kind,
        recipients,
        address: sealedAddress && unseal(sealedAddress),
        secret: sealedSecret && unseal(sealedSecret),
      },
      accountName: channel.account.name,
      attempts: Math.max(...sends.map(({ attempts }) => attempts)) + 1,
      isTrial: sends.every(({ alarmId }) => alarmId === null),
      alarms,
    };
  });
}

type Taken = { id: string; alarmId: string | null; attempts: number };

/** A trial goes by itself; what waits longest goes first, so that whoever tries a channel out again and again holds up no alarm. */
async function take(tx: Tx, channelId: string, at: Date): Promise<Taken[]> {
  const due = await tx.$queryRaw<Taken[]>`
    SELECT id, "alarmId", attempts FROM "AlarmDelivery"
    WHERE "channelId" = ${channelId}::uuid AND ((status = 'queued' AND "sendAfter" <= ${at}) OR (status = 'sending' AND "leaseUntil" < ${at}))
    ORDER BY "queuedAt", id LIMIT ${MOST_TOGETHER} FOR UPDATE`;
  const isTrial = due[0]?.alarmId === null;
  return due.filter(({ alarmId }) => (alarmId === null) === isTrial);
}
