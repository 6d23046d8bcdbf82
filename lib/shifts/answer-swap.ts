import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { refuseUnlessColleague } from "@/lib/questions/refuse";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { endSwapsOf, lockShift, refuseOverlaps } from "./roster";
import type { AnswerSwap } from "./schema";
import { endSpellsOf } from "./spells";

/**
 * 答复换班: the colleague takes the shift, and gives the other one, or says no; who asked may take the asking back by saying no.
 * Both shifts change hands or neither.
 * @throws Refusal swapNotFound when it was answered or concerns others, shiftNotFound when the shift was cancelled, shiftBegun,
 * shiftMoved when one of them has changed hands since, shiftOverlaps,
 * officerNotFound when who asked works at the account no more
 */
export async function answerSwap({ swapId, accepted }: AnswerSwap, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const mine = accepted ? { toId: officer.id } : { OR: [{ toId: officer.id }, { fromId: officer.id }] };
    const swap = await tx.shiftSwap.findFirst({ where: { id: swapId, answeredAt: null, ...mine } });
    if (!swap) throw new Refusal("swapNotFound");
    const { shiftId, otherShiftId, fromId, toId } = swap;
    const { accountId } = await lockShift(tx, shiftId, officer.scope);
    const answered = await tx.shiftSwap.updateMany({
      where: { id: swapId, answeredAt: null },
      data: { answeredAt: at, answeredById: officer.id, accepted },
    });
    if (answered.count === 0) throw new Refusal("swapNotFound");
    if (accepted) {
      await refuseUnlessColleague(tx, fromId, accountId);
      const shiftIds = [shiftId, ...(otherShiftId ? [otherShiftId] : [])];
      await changeHands(tx, shiftId, { fromId, toId }, at);
      if (otherShiftId) await changeHands(tx, otherShiftId, { fromId: toId, toId: fromId }, at);
      await refuseOverlaps(tx, shiftIds);
      await endSpellsOf(tx, shiftIds, at);
      await endSwapsOf(tx, shiftIds, officer.id, at);
    }
    const facts = { swapId, shiftId, otherShiftId, fromId, toId, accepted };
    await record(tx, { type: "shift.swapAnswered", accountId, officerId: officer.id, facts }, at);
  });
}

async function changeHands(tx: Tx, shiftId: string, { fromId, toId }: { fromId: string; toId: string }, at: Date) {
  const given = await tx.shift.updateMany({
    where: { id: shiftId, officerId: fromId, cancelledAt: null, startsAt: { gt: at } },
    data: { officerId: toId },
  });
  if (given.count === 1) return;
  const begun = await tx.shift.count({ where: { id: shiftId, startsAt: { lte: at } } });
  throw new Refusal(begun > 0 ? "shiftBegun" : "shiftMoved");
}
