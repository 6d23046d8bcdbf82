import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after } from "@/lib/time/rules";
import { type ClaimedWeekly, WEEKLY_LEASE } from "./claim-weekly-report";

/** The headline numbers that a mailed week tells. */
export type WeeklyNumbers = { opened: number; within10: number | null; answered: number | null; late: number };

/**
 * Says that the mail server is about to be given a week, with the numbers it tells: from here on a worker that falls silent leaves it unknown
 * whether it went.
 * @returns false when the lease has gone to another worker: then nothing may be sent
 */
export async function beginWeeklySending(
  { id, leaseToken, accountId }: Pick<ClaimedWeekly, "id" | "leaseToken" | "accountId">,
  numbers: WeeklyNumbers,
  at = now(),
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.weeklyReport.updateMany({
      where: { id, leaseToken, state: "building", leaseUntil: { gte: at } },
      data: { state: "sending", progress: 80, numbers, leaseUntil: after(at, WEEKLY_LEASE) },
    });
    if (count === 0) return false;
    await record(tx, { type: "weeklyReport.sendingBegun", accountId, facts: { runId: id } }, at);
    return true;
  });
}
