import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import { EARLY, LAPSES_AFTER, type OnDuty, ROSTER_KEPT_DAYS } from "./rules";
import { works } from "./spells";

/**
 * Who is signed on for an account at an instant, by when they signed on. The shift is the one they are on: from thirty minutes before
 * its start until thirty minutes after its end; of two that meet, the later one. Asks for no scope: alarms and the board ask for all.
 */
export async function whoIsOnDuty(accountId: string, at = now()): Promise<OnDuty[]> {
  return db.$queryRaw<OnDuty[]>`
    SELECT spell."officerId", officer.name, shift.id AS "shiftId", shift."endsAt" AS until
    FROM "DutySpell" spell JOIN "Officer" officer ON officer.id = spell."officerId"
    LEFT JOIN LATERAL (
      SELECT s.id, s."endsAt" FROM "Shift" s
      WHERE s."officerId" = spell."officerId" AND s."accountId" = spell."accountId" AND s."cancelledAt" IS NULL
        AND s."endsAt" > ${after(at, -LAPSES_AFTER)} AND s."startsAt" <= ${after(at, EARLY)}
      ORDER BY s."endsAt" DESC LIMIT 1
    ) shift ON true
    WHERE spell."accountId" = ${accountId}::uuid AND ${works(at)} AND spell."signedOnAt" <= ${at} AND (spell."signedOffAt" IS NULL OR spell."signedOffAt" > ${at})
    ORDER BY spell."signedOnAt", spell.id`;
}

/** Nobody is signed on: since when, and who was meant to be by the roster (nobody, where it names nobody for now). */
export type DutyGap = { since: Date; missingIds: string[] };

/**
 * Since when nobody has been signed on for an account: the last sign-off, or the first shift that nobody came to. Null while somebody
 * is, before the first shift, and where no roster is kept.
 */
export async function dutyGap(accountId: string, at = now()): Promise<DutyGap | null> {
  if ((await whoIsOnDuty(accountId, at)).length > 0) return null;
  const kept = { accountId, cancelledAt: null, endsAt: { gt: after(at, -ROSTER_KEPT_DAYS * DAY) } };
  const begun = await db.shift.findFirst({ where: { ...kept, startsAt: { lte: at } }, orderBy: { startsAt: "asc" } });
  if (!begun) return null;
  const last = await db.dutySpell.findFirst({ where: { accountId, signedOffAt: { lte: at } }, orderBy: { signedOffAt: "desc" } });
  const missing = await db.shift.findMany({ where: { ...kept, startsAt: { lte: at }, endsAt: { gt: at } }, orderBy: { startsAt: "asc" } });
  return { since: last?.signedOffAt ?? begun.startsAt, missingIds: missing.map(({ officerId }) => officerId) };
}

/** The accounts that have their questions dealt and somebody to deal them to. */
export async function dealingAccountIds(): Promise<string[]> {
  const where = { assignment: "roundRobin" as const, spells: { some: { signedOffAt: null } } };
  return (await db.officialAccount.findMany({ where, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
}
