import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after } from "@/lib/time/rules";
import { EARLY } from "./rules";
import type { SignOn } from "./schema";

/**
 * 签到: this officer is on duty from now on, for the shift that runs or begins within thirty minutes, or by own choice. Signing on
 * again changes nothing.
 * @throws Refusal accountNotFound, noShiftNow when there is no such shift and it is not by choice
 */
export async function signOn({ accountId, byChoice }: SignOn, officer: ActingOfficer, at = now()): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await db.$transaction(async (tx) => {
    const shiftId = await shiftNow(tx, accountId, officer.id, at);
    if (!shiftId && !byChoice) throw new Refusal("noShiftNow");
    const data = { id: uuid(), accountId, officerId: officer.id, shiftId, signedOnAt: at };
    const { count } = await tx.dutySpell.createMany({ data, skipDuplicates: true });
    if (count > 0) await record(tx, { type: "shift.signedOn", accountId, officerId: officer.id, facts: { spellId: data.id, shiftId } }, at);
  });
}

async function shiftNow(tx: Tx, accountId: string, officerId: string, at: Date): Promise<string | null> {
  const where = { accountId, officerId, cancelledAt: null, startsAt: { lte: after(at, EARLY) }, endsAt: { gt: at } };
  return (await tx.shift.findFirst({ where, orderBy: { endsAt: "asc" }, select: { id: true } }))?.id ?? null;
}
