import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import { EARLY, LAPSES_AFTER, UNPLANNED_HOURS } from "./rules";
import { works } from "./spells";

/**
 * Signs off whoever forgot to: thirty minutes after the end of the shift, if none of theirs follows; without a shift after twelve hours;
 * at once who works at the account no more.
 * @returns how many
 */
export async function lapseSpells(at = now()): Promise<number> {
  return db.$transaction(async (tx) => {
    const lapsed = await tx.$queryRaw<{ id: string; accountId: string; officerId: string; shiftId: string | null }[]>`
      UPDATE "DutySpell" t SET "signedOffAt" = ${at}, "lapsedAt" = ${at}
      WHERE t."signedOffAt" IS NULL AND t.id IN (
        SELECT spell.id FROM "DutySpell" spell JOIN "Officer" officer ON officer.id = spell."officerId"
        WHERE spell."signedOffAt" IS NULL AND (NOT (${works(at)}) OR (
          NOT EXISTS (SELECT 1 FROM "Shift" s WHERE s."officerId" = spell."officerId" AND s."accountId" = spell."accountId"
            AND s."cancelledAt" IS NULL AND s."endsAt" > ${after(at, -LAPSES_AFTER)} AND s."startsAt" <= ${after(at, EARLY)})
          AND (spell."signedOnAt" <= ${after(at, -UNPLANNED_HOURS * HOUR)} OR EXISTS (
            SELECT 1 FROM "Shift" s WHERE s."officerId" = spell."officerId" AND s."accountId" = spell."accountId"
              AND s."cancelledAt" IS NULL AND s."endsAt" > spell."signedOnAt" AND s."startsAt" <= ${at})))))
      RETURNING t.id, t."accountId", t."officerId", t."shiftId"`;
    for (const { id: spellId, accountId, officerId, shiftId } of lapsed)
      await record(tx, { type: "shift.lapsed", accountId, officerId, facts: { spellId, shiftId } }, at);
    return lapsed.length;
  });
}
