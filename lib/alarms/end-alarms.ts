import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { now } from "@/lib/time/clock";

const AT_ONCE = 1_000;

/**
 * Ends the alarms that no question is left in: answered, closed, gone on to another step. An officer's screen knew it with the answer;
 * this makes it a fact of the alarm.
 * @returns how many alarms ended
 */
export async function endAlarms(at = now()): Promise<number> {
  return db.$transaction(async (tx) => {
    const left = await tx.$queryRaw<{ alarmId: string }[]>`
      UPDATE "AlarmMember" SET "settledAt" = ${at} WHERE id IN (
        SELECT id FROM "AlarmMember" WHERE "leftAt" IS NOT NULL AND "settledAt" IS NULL ORDER BY "leftAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
      RETURNING "alarmId"`;
    if (left.length === 0) return 0;
    // First held, then looked at: a question may join one at this very moment.
    const alarmIds = [...new Set(left.map(({ alarmId }) => alarmId))];
    await tx.$queryRaw`SELECT 1 FROM "Alarm" WHERE id = ANY(${alarmIds}::uuid[]) ORDER BY id FOR UPDATE`;
    const ended = await tx.alarm.updateManyAndReturn({
      where: { id: { in: alarmIds }, endedAt: null, members: { none: { leftAt: null } } },
      data: { endedAt: at },
      select: { id: true, accountId: true },
    });
    const events = ended.map(({ id, accountId }) => ({ type: "alarm.ended" as const, accountId, facts: { alarmId: id } }));
    await recordAll(tx, events, at);
    return ended.length;
  });
}
