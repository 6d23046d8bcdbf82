import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { earliestBeginning } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import type { TimeZoneInput } from "./schema";

/**
 * Sets by which time an account's calendar, days and reports go; ten seconds later, when no process counts by the old one any more.
 * Clocks that have started keep their due times, and what came before keeps its days: the zone that goes is kept with the instant until
 * which it held.
 * @throws Refusal accountNotFound
 */
export async function setTimeZone(
  { accountId, timeZone }: TimeZoneInput,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<void> {
  const until = earliestBeginning(at);
  await db.$transaction(async (tx) => {
    const taken = await tx.$executeRaw`
      UPDATE "OfficialAccount" SET "timeZone" = ${timeZone}, "formerTimeZones" = CASE WHEN "timeZone" = ${timeZone} THEN "formerTimeZones"
        ELSE "formerTimeZones" || jsonb_build_array(jsonb_build_object('timeZone', "timeZone", 'until', ${until.toISOString()}::text)) END
      WHERE id = ${accountId}::uuid AND id = ANY(${[...officer.scope.accountIds]}::uuid[])`;
    if (taken === 0) throw new Refusal("accountNotFound");
    await record(tx, { type: "account.timeZoneSet", accountId, officerId: officer.id, facts: { timeZone } }, at);
  });
}
