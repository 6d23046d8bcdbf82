import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { isTold } from "./rules";
import type { Acknowledge } from "./schema";

/**
 * 知道了: somebody whom the alarm told has seen it; it is not repeated. The clock runs on, and its next step comes all the same.
 * @throws Refusal alarmNotOpen when it has ended or somebody was first, alarmNotYours when it tells others alone
 */
export async function acknowledgeAlarm({ alarmId }: Acknowledge, officer: ActingOfficer, at = now()): Promise<void> {
  const accountId = { in: [...officer.scope.accountIds] };
  await db.$transaction(async (tx) => {
    const [alarm] = await tx.alarm.updateManyAndReturn({
      where: { id: alarmId, accountId, endedAt: null, acknowledgedAt: null },
      data: { acknowledgedAt: at, acknowledgedById: officer.id },
      select: { accountId: true, audiences: true },
    });
    if (!alarm) throw new Refusal("alarmNotOpen");
    if (!isTold(alarm.audiences, officer.role)) throw new Refusal("alarmNotYours");
    await record(tx, { type: "alarm.acknowledged", accountId: alarm.accountId, officerId: officer.id, facts: { alarmId } }, at);
  });
}
