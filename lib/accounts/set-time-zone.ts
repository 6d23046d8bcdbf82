import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { TimeZoneInput } from "./schema";

/**
 * Sets by which time an account's calendar, days and reports go; at once. Clocks that have started keep their due times.
 * @throws Refusal accountNotFound
 */
export async function setTimeZone(
  { accountId, timeZone }: TimeZoneInput,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const taken = await tx.officialAccount.updateMany({
      where: { AND: [{ id: accountId }, { id: { in: [...officer.scope.accountIds] } }] },
      data: { timeZone },
    });
    if (taken.count === 0) throw new Refusal("accountNotFound");
    await record(tx, { type: "account.timeZoneSet", accountId, officerId: officer.id, facts: { timeZone } }, at);
  });
}
