import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { earliestBeginning } from "./rules";
import type { WithdrawCalendar } from "./schema";

/**
 * Takes a planned calendar away before it goes.
 * @throws Refusal limitsNotWithdrawable when it goes already or within seconds, or is not there (any more).
 */
export async function withdrawCalendar(
  { calendarId }: WithdrawCalendar,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<void> {
  const planned = { id: calendarId, accountId: { in: [...officer.scope.accountIds] }, effectiveFrom: { gt: earliestBeginning(at) } };
  await db.$transaction(async (tx) => {
    const found = await tx.workCalendar.findFirst({ where: planned, select: { accountId: true } });
    const taken = await tx.workCalendar.deleteMany({ where: planned });
    if (!found || taken.count === 0) throw new Refusal("limitsNotWithdrawable");
    const facts = { calendarId };
    await record(tx, { type: "calendar.withdrawn", accountId: found.accountId, officerId: officer.id, facts }, at);
  });
}
