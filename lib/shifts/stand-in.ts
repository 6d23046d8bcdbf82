import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { refuseUnlessColleague } from "@/lib/questions/refuse";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { endSwapsOf, lockShift, refuseOverlaps } from "./roster";
import type { StandIn } from "./schema";
import { endSpellsOf } from "./spells";

/**
 * 替班: a supervisor gives a shift to somebody else, even in its midst; who was signed on for it is signed off.
 * @throws Refusal shiftNotFound, shiftPast, shiftMoved when it is not whose it was seen to be, officerNotFound, shiftOverlaps
 */
export async function standIn({ shiftId, seenId, toId }: StandIn, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const { accountId, officerId: fromId, endsAt } = await lockShift(tx, shiftId, officer.scope);
    if (endsAt <= at) throw new Refusal("shiftPast");
    if (fromId !== seenId) throw new Refusal("shiftMoved");
    if (fromId === toId) return;
    await refuseUnlessColleague(tx, toId, accountId);
    await tx.shift.update({ where: { id: shiftId }, data: { officerId: toId } });
    await refuseOverlaps(tx, [shiftId]);
    await endSpellsOf(tx, [shiftId], at);
    await endSwapsOf(tx, [shiftId], officer.id, at);
    await record(tx, { type: "shift.stoodIn", accountId, officerId: officer.id, facts: { shiftId, fromId, toId } }, at);
  });
}
