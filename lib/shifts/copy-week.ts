import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after } from "@/lib/time/rules";
import { dayOf, daysLater, instantOf, timeOf } from "@/lib/time/zones";
import type { Shift } from "@/prisma/generated/client";
import { lockRoster, refuseOverlaps } from "./roster";
import { FARTHEST_AHEAD } from "./rules";
import type { CopyWeek } from "./schema";

const DAYS = 7;

/**
 * 复制上周: fills a week with what the week before it holds, at the same hours of the clock; what is over by now and whoever left is left out.
 * @throws Refusal accountNotFound, shiftTooFar when the week begins in more than two years, nothingToCopy, shiftOverlaps when somebody would be on two shifts at once: then nothing is copied
 */
export async function copyWeek({ accountId, monday }: CopyWeek, officer: ActingOfficer, at = now()): Promise<{ copied: number }> {
  return db.$transaction(async (tx) => {
    const { timeZone } = await lockRoster(tx, accountId, officer.scope);
    const from = instantOf(daysLater(monday, -DAYS), "00:00", timeZone);
    const until = instantOf(monday, "00:00", timeZone);
    if (until > after(at, FARTHEST_AHEAD)) throw new Refusal("shiftTooFar");
    const here = { login: { not: null }, deactivatedAt: null, OR: [{ allAccounts: true }, { accounts: { some: { accountId } } }] };
    const before = await tx.shift.findMany({
      where: { accountId, cancelledAt: null, startsAt: { gte: from, lt: until }, officer: here },
    });
    const shifts = before
      .map((shift) => ({
        id: uuid(),
        accountId,
        officerId: shift.officerId,
        savedById: officer.id,
        savedAt: at,
        ...weekLater(shift, timeZone),
      }))
      .filter(({ endsAt }) => endsAt > at);
    if (shifts.length === 0) throw new Refusal("nothingToCopy");
    await tx.shift.createMany({ data: shifts });
    await refuseOverlaps(
      tx,
      shifts.map(({ id }) => id),
    );
    await record(tx, { type: "roster.copied", accountId, officerId: officer.id, facts: { monday, shifts: shifts.length } }, at);
    return { copied: shifts.length };
  });
}

function weekLater({ startsAt, endsAt }: Pick<Shift, "startsAt" | "endsAt">, timeZone: string) {
  const [start, end] = [startsAt, endsAt].map((instant) =>
    instantOf(daysLater(dayOf(instant, timeZone), DAYS), timeOf(instant, timeZone), timeZone),
  ) as [Date, Date];
  return { startsAt: start, endsAt: end };
}
