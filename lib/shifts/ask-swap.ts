import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { refuseUnlessColleague } from "@/lib/questions/refuse";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { lockShift } from "./roster";
import type { AskSwap } from "./schema";

/**
 * 申请换班: asks a colleague to take one's shift, for one of the colleague's or for nothing. Nothing changes until the colleague accepts.
 * @throws Refusal shiftNotFound when it is not one's own, shiftBegun, shiftMoved when the other is not the colleague's (any more),
 * officerNotFound, swapAsked when a colleague has been asked already and not answered
 */
export async function askSwap(input: AskSwap, officer: ActingOfficer, at = now()): Promise<{ swapId: string }> {
  return db.$transaction(async (tx) => {
    const { id: shiftId, accountId, officerId, startsAt } = await lockShift(tx, input.shiftId, officer.scope);
    if (officerId !== officer.id || input.toId === officer.id) throw new Refusal("shiftNotFound");
    if (startsAt <= at) throw new Refusal("shiftBegun");
    await refuseUnlessColleague(tx, input.toId, accountId);
    await refuseUnlessTheirs(tx, input, accountId, at);
    if ((await tx.shiftSwap.count({ where: { shiftId, answeredAt: null } })) > 0) throw new Refusal("swapAsked");
    const { toId, otherShiftId } = input;
    const swapId = uuid();
    await tx.shiftSwap.create({ data: { id: swapId, shiftId, otherShiftId, fromId: officer.id, toId, askedAt: at } });
    await record(tx, { type: "shift.swapAsked", accountId, officerId: officer.id, facts: { swapId, shiftId, otherShiftId, toId } }, at);
    return { swapId };
  });
}

async function refuseUnlessTheirs(tx: Tx, { otherShiftId, toId }: AskSwap, accountId: string, at: Date) {
  if (otherShiftId === null) return;
  const other = await tx.shift.findFirst({ where: { id: otherShiftId, accountId, officerId: toId, cancelledAt: null } });
  if (!other) throw new Refusal("shiftMoved");
  if (other.startsAt <= at) throw new Refusal("shiftBegun");
}
