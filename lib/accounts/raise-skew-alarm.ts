import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after } from "@/lib/time/rules";
import { SKEW_ALARM_PAUSE } from "./rules";

/** Alarms officers that WeChat's clock and ours differ, at most once in ten minutes an account. The resident is taken in all the same. */
export async function raiseSkewAlarm(accountId: string, seconds: number, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const raised = await tx.officialAccount.updateMany({
      where: { id: accountId, OR: [{ skewedAt: null }, { skewedAt: { lt: after(at, -SKEW_ALARM_PAUSE) } }] },
      data: { skewedAt: at, skewSeconds: seconds },
    });
    if (raised.count === 1) await record(tx, { type: "account.clockSkewed", accountId, facts: { seconds } }, at);
  });
}
