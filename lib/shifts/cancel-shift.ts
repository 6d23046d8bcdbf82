import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { endSwapsOf, lockShift } from "./roster";
import type { OnShift } from "./schema";
import { endSpellsOf } from "./spells";

/**
 * 取消班次: takes a shift that is not over out of the roster; who signed on for it is signed off, who asked to swap it is told no.
 * @throws Refusal shiftNotFound, shiftPast
 */
export async function cancelShift(input: OnShift, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id, accountId, endsAt } = await lockShift(tx, input.shiftId, officer.scope);
    if (endsAt <= at) throw new Refusal("shiftPast");
    await tx.shift.update({ where: { id }, data: { cancelledAt: at, cancelledById: officer.id } });
    await endSpellsOf(tx, [id], at);
    await endSwapsOf(tx, [id], officer.id, at);
    await record(tx, { type: "shift.cancelled", accountId, officerId: officer.id, facts: { shiftId: id } }, at);
  });
}
