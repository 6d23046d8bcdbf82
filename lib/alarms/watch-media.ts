import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { UNFETCHED_AFTER_HOURS } from "@/lib/messages/rules";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import { queueDeliveries } from "./queueing";
import { ACCOUNT_ALARM_TELLS } from "./rules";

const KIND = "unfetchedMedia" as const;

/**
 * Raises an alarm for each account of which a file that a resident sent is not fetched a day before WeChat deletes it, and ends it when
 * all such files are fetched or given up. Whoever else does so at the same time raises none twice.
 */
export async function watchMedia(at = now()): Promise<void> {
  const waiting = await db.media.groupBy({
    by: ["accountId"],
    where: { state: "wanted", wechatSince: { lte: after(at, -UNFETCHED_AFTER_HOURS * HOUR) } },
    _min: { wechatSince: true },
  });
  const open = await db.alarm.findMany({ where: { kind: KIND, endedAt: null }, select: { id: true, accountId: true } });
  const over = open.filter(({ accountId }) => !waiting.some((one) => one.accountId === accountId));
  const unknown = waiting.filter(({ accountId }) => !open.some((one) => one.accountId === accountId));
  if (over.length === 0 && unknown.length === 0) return;
  await db.$transaction(async (tx) => {
    const raised = await tx.alarm.createManyAndReturn({
      data: unknown.map(({ accountId, _min }) => ({
        ...{ id: uuid(), accountId, kind: KIND, step: 0, round: 0, audiences: [...ACCOUNT_ALARM_TELLS] },
        ...{ since: _min.wechatSince, at, raisedAt: at },
      })),
      skipDuplicates: true,
      select: { id: true, accountId: true, since: true },
    });
    const told = raised.map(({ id, accountId }) => ({ alarmId: id, accountId, audiences: ACCOUNT_ALARM_TELLS }));
    await queueDeliveries(tx, told, at);
    const ended = await tx.alarm.updateManyAndReturn({
      where: { id: { in: over.map(({ id }) => id) }, endedAt: null },
      data: { endedAt: at },
      select: { id: true, accountId: true },
    });
    const raisings = raised.map(({ id: alarmId, accountId, since }) => {
      const sinceSeconds = Math.round((at.getTime() - (since ?? at).getTime()) / SECOND);
      return { type: "alarm.raised" as const, accountId, facts: { alarmId, kind: KIND, step: 0, round: 0, sinceSeconds } };
    });
    const endings = ended.map(({ id, accountId }) => ({ type: "alarm.ended" as const, accountId, facts: { alarmId: id } }));
    await recordAll(tx, [...raisings, ...endings], at);
  });
}
