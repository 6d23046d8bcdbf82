import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { staleAnswers } from "@/lib/standing-answers/sources";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { queueDeliveries } from "./queueing";
import { ACCOUNT_ALARM_TELLS } from "./rules";

/**
 * Raises an alarm for each standing answer whose text is out of date, told to whoever answers for it and to the shift, and ends it when
 * the text is fresh again, or nobody gets it any more. Whoever else does so at the same time raises none twice.
 */
export async function watchSources(at = now()): Promise<void> {
  const stale = await staleAnswers(at);
  const open = await db.alarm.findMany({ where: { kind: "staleSource", endedAt: null }, select: { id: true, standingAnswerId: true } });
  const fresh = open.filter(({ standingAnswerId }) => !stale.some(({ id }) => id === standingAnswerId));
  const unknown = stale.filter(({ id }) => !open.some(({ standingAnswerId }) => standingAnswerId === id));
  if (fresh.length === 0 && unknown.length === 0) return;
  await db.$transaction(async (tx) => {
    const raised = await tx.alarm.createManyAndReturn({
      data: unknown.map(({ id: standingAnswerId, accountId, since }) => ({
        ...{ id: uuid(), accountId, kind: "staleSource" as const, step: 0, round: 0, audiences: [...ACCOUNT_ALARM_TELLS] },
        ...{ standingAnswerId, since, at, raisedAt: at },
      })),
      skipDuplicates: true,
      select: { id: true, accountId: true, standingAnswerId: true, since: true },
    });
    const told = raised.map(({ id, accountId }) => ({ alarmId: id, accountId, audiences: ACCOUNT_ALARM_TELLS }));
    await queueDeliveries(tx, told, at);
    const ended = await tx.alarm.updateManyAndReturn({
      where: { id: { in: fresh.map(({ id }) => id) }, endedAt: null },
      data: { endedAt: at },
      select: { id: true, accountId: true },
    });
    const raisings = raised.map(({ id: alarmId, accountId, standingAnswerId, since }) => {
      const sinceSeconds = Math.round((at.getTime() - (since ?? at).getTime()) / SECOND);
      return {
        type: "alarm.raised" as const,
        accountId,
        facts: { alarmId, kind: "staleSource", step: 0, round: 0, standingAnswerId, sinceSeconds },
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
