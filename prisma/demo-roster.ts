import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { askSwap } from "@/lib/shifts/ask-swap";
import { planShift } from "@/lib/shifts/plan-shift";
import { signOn } from "@/lib/shifts/sign-on";
import { daysOf } from "@/lib/shifts/week";
import { writeHandover } from "@/lib/shifts/write-handover";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import { dayOf, instantOf, mondayOf } from "@/lib/time/zones";
import type { OfficerLogin } from "./town";

const HOURS = [
  ["00:00", "08:00"],
  ["08:00", "16:00"],
  ["16:00", "24:00"],
] as const;
const TURN: readonly OfficerLogin[] = ["he", "lin", "zhao"];
const WEEKS = 4;

/** A roster around the clock, with whoever's turn it is signed on, what the one before handed over, and one who would like to swap. */
export async function playRoster(accountId: string, known: (login: string) => ActingOfficer, start: Date): Promise<void> {
  const { timeZone } = await db.officialAccount.findUniqueOrThrow({ where: { id: accountId } });
  const days = daysOf(mondayOf(dayOf(start, timeZone)));
  const begun = instantOf(days[0] ?? "", "00:00", timeZone);
  for (const [place, day] of days.entries())
    for (const [slot, [from, to]] of HOURS.entries()) {
      const { id: officerId } = known(TURN[(slot + place) % TURN.length] ?? "lin");
      await planShift({ accountId, officerId, day, from, to, weeks: WEEKS }, known("he"), begun);
    }
  const around = { accountId, startsAt: { lte: start }, endsAt: { gt: start } };
  const running = await db.shift.findFirstOrThrow({ where: around, include: { officer: { select: { login: true } } } });
  const before = await db.shift.findFirst({
    where: { accountId, endsAt: running.startsAt },
    include: { officer: { select: { login: true } } },
  });
  if (before?.officer.login)
    await writeHandover({ accountId, text: HANDED_OVER }, known(before.officer.login), after(running.startsAt, -5 * MINUTE));
  const login = running.officer.login ?? "lin";
  await signOn({ accountId, byChoice: false }, known(login), running.startsAt);
  const next = await db.shift.findFirst({
    where: { accountId, officerId: known("zhao").id, startsAt: { gt: after(start, 12 * HOUR) } },
    orderBy: { startsAt: "asc" },
  });
  if (next) await askSwap({ shiftId: next.id, toId: known("lin").id, otherShiftId: null }, known("zhao"), after(start, -HOUR));
}

const HANDED_OVER = "三号路停水的抢修进度问过供水公司，下午四点再问一次。供暖的两条已经答应今天回复，别忘了。";
