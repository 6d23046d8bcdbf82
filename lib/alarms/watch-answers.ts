import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { answersInTrouble, type Trouble } from "@/lib/standing-answers/troubles";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { queueDeliveries } from "./queueing";
import { ACCOUNT_ALARM_TELLS } from "./rules";

const KINDS = ["staleSource", "standingOver", "standingEnds", "standingReview"] as const satisfies Trouble["kind"][];
type Told = { kind: string; standingAnswerId: string | null };

/**
 * Raises an alarm for each standing answer whose text is out of date, whose time is over or about to be, or that was to be looked at by
 * now, told to whoever answers for it and to the shift, and ends it when that is so no more, or nobody gets it any more. Whoever else
 * does so at the same time raises none twice.
 */
export async function watchAnswers(at = now()): Promise<void> {
  const troubles = await answersInTrouble(at);
  const open = await db.alarm.findMany({
    where: { kind: { in: [...KINDS] }, endedAt: null },
    select: { id: true, kind: true, standingAnswerId: true },
  });
  const fresh = open.filter((alarm) => !troubles.some((trouble) => isSame(trouble, alarm)));
  const unknown = troubles.filter((trouble) => !open.some((alarm) => isSame(trouble, alarm)));
  if (fresh.length === 0 && unknown.length === 0) return;
  await db.$transaction(async (tx) => {
    const raised = await tx.alarm.createManyAndReturn({
      data: unknown.map(({ standingAnswerId, accountId, kind, since }) => ({
        ...{ id: uuid(), accountId, kind, step: 0, round: 0, audiences: [...ACCOUNT_ALARM_TELLS] },
        ...{ standingAnswerId, since, at, raisedAt: at },
      })),
      skipDuplicates: true,
      select: { id: true, accountId: true, kind: true, standingAnswerId: true, since: true },
    });
    const told = raised.map(({ id, accountId }) => ({ alarmId: id, accountId, audiences: ACCOUNT_ALARM_TELLS }));
    await queueDeliveries(tx, told, at);
    const ended = await tx.alarm.updateManyAndReturn({
      where: { id: { in: fresh.map(({ id }) => id) }, endedAt: null },
      data: { endedAt: at },
      select: { id: true, accountId: true },
    });
    const raisings = raised.map(({ id: alarmId, accountId, kind, standingAnswerId, since }) => {
      // When one ends that is about to lies ahead.
      const sinceSeconds = Math.max(0, Math.round((at.getTime() - (since ?? at).getTime()) / SECOND));
      return {
        type: "alarm.raised" as const,
        accountId,
        facts: { alarmId, kind, step: 0, round: 0, standingAnswerId, sinceSeconds },
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

function isSame(one: Told, other: Told): boolean {
  return one.kind === other.kind && one.standingAnswerId === other.standingAnswerId;
}
