import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { queueDeliveries } from "./queueing";
import { ACCOUNT_ALARM_TELLS } from "./rules";

/**
 * Raises an alarm for each subscriber for which something was given up, and ends it when the subscriber takes something again, is paused
 * or saved anew. Whoever else does so at the same time raises none twice.
 */
export async function watchSubscribers(at = now()): Promise<void> {
  const deaf = await db.subscriber.findMany({
    where: { gaveUpAt: { not: null }, pausedAt: null },
    select: { id: true, accountId: true, gaveUpAt: true },
  });
  const open = await db.alarm.findMany({ where: { kind: "deafSubscriber", endedAt: null }, select: { id: true, subscriberId: true } });
  const heard = open.filter(({ subscriberId }) => !deaf.some(({ id }) => id === subscriberId));
  const unknown = deaf.filter(({ id }) => !open.some(({ subscriberId }) => subscriberId === id));
  if (heard.length === 0 && unknown.length === 0) return;
  await db.$transaction(async (tx) => {
    const raised = await tx.alarm.createManyAndReturn({
      data: unknown.map(({ id: subscriberId, accountId, gaveUpAt }) => ({
        ...{ id: uuid(), accountId, kind: "deafSubscriber" as const, step: 0, round: 0, audiences: [...ACCOUNT_ALARM_TELLS] },
        ...{ subscriberId, since: gaveUpAt, at, raisedAt: at },
      })),
      skipDuplicates: true,
      select: { id: true, accountId: true, subscriberId: true, since: true },
    });
    const told = raised.map(({ id, accountId }) => ({ alarmId: id, accountId, audiences: ACCOUNT_ALARM_TELLS }));
    await queueDeliveries(tx, told, at);
    const ended = await tx.alarm.updateManyAndReturn({
      where: { id: { in: heard.map(({ id }) => id) }, endedAt: null },
      data: { endedAt: at },
      select: { id: true, accountId: true },
    });
    const raisings = raised.map(({ id: alarmId, accountId, subscriberId, since }) => {
      const sinceSeconds = Math.round((at.getTime() - (since ?? at).getTime()) / SECOND);
      return {
        type: "alarm.raised" as const,
        accountId,
        facts: { alarmId, kind: "deafSubscriber", step: 0, round: 0, subscriberId, sinceSeconds },
      };
    });
    await recordAll(tx, raisings, at);
    await recordAll(
      tx,
      ended.map(({ id, accountId }) => ({ type: "alarm.ended" as const, accountId, facts: { alarmId: id } })),
      at,
    );
  });
}
