import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { isTold } from "./rules";
import type { Acknowledge } from "./schema";

/**
 * 知道了: somebody whom the alarms told has seen them; they are not repeated. The clocks run on, and their next steps come all the same.
 * Of several, those that ended meanwhile or that somebody else was first with are passed over; each of the others leaves its event.
 * @throws Refusal alarmNotOpen when none of them stands any more, alarmNotYours when one tells others alone: then none is acknowledged
 */
export async function acknowledgeAlarms({ alarmIds }: Acknowledge, officer: ActingOfficer, at = now()): Promise<void> {
  const accountId = { in: [...officer.scope.accountIds] };
  await db.$transaction(async (tx) => {
    const alarms = await tx.alarm.updateManyAndReturn({
      where: { id: { in: alarmIds }, accountId, endedAt: null, acknowledgedAt: null },
      data: { acknowledgedAt: at, acknowledgedById: officer.id },
      select: { id: true, accountId: true, audiences: true },
    });
    if (alarms.length === 0) throw new Refusal("alarmNotOpen");
    if (!alarms.every(({ audiences }) => isTold(audiences, officer.role))) throw new Refusal("alarmNotYours");
    await recordAll(
      tx,
      alarms.map(({ id, accountId }) => ({ type: "alarm.acknowledged", accountId, officerId: officer.id, facts: { alarmId: id } })),
      at,
    );
  });
}
