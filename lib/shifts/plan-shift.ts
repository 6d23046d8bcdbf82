import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { refuseUnlessColleague } from "@/lib/questions/refuse";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after } from "@/lib/time/rules";
import { daysLater, instantOf } from "@/lib/time/zones";
import { lockRoster, refuseOverlaps } from "./roster";
import { FARTHEST_AHEAD } from "./rules";
import type { PlanShift } from "./schema";

const DAYS = 7;

/**
 * 排班: puts an officer on the roster, in several weeks at the same hours if asked; all of them or none.
 * @throws Refusal accountNotFound, officerNotFound when the officer does not work at the account, shiftPast when the first is over,
 * shiftTooFar when the last would begin in more than two years, shiftOverlaps when the officer is on another shift of the account then
 */
export async function planShift(input: PlanShift, officer: ActingOfficer, at = now()): Promise<{ shiftIds: string[] }> {
  const { accountId, officerId, day, from, to, weeks } = input;
  return db.$transaction(async (tx) => {
    const { timeZone } = await lockRoster(tx, accountId, officer.scope);
    await refuseUnlessColleague(tx, officerId, accountId);
    const shifts = Array.from({ length: weeks }, (_, week) => {
      const first = daysLater(day, week * DAYS);
      const last = to > from ? first : daysLater(first, 1);
      const hours = { startsAt: instantOf(first, from, timeZone), endsAt: instantOf(last, to, timeZone) };
      return { id: uuid(), accountId, officerId, savedById: officer.id, savedAt: at, ...hours };
    });
    if (shifts.some(({ endsAt }) => endsAt <= at)) throw new Refusal("shiftPast");
    if (shifts.some(({ startsAt }) => startsAt > after(at, FARTHEST_AHEAD))) throw new Refusal("shiftTooFar");
    await tx.shift.createMany({ data: shifts });
    const shiftIds = shifts.map(({ id }) => id);
    await refuseOverlaps(tx, shiftIds);
    await record(
      tx,
      { type: "shift.planned", accountId, officerId: officer.id, facts: { toId: officerId, shiftId: shiftIds[0] ?? "", weeks } },
      at,
    );
    return { shiftIds };
  });
}
