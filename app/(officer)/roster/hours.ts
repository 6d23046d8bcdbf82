import { after, MINUTE } from "@/lib/time/rules";
import { dayOf, daysLater, instantOf, timeOf } from "@/lib/time/zones";

type Span = { startsAt: Date; endsAt: Date };

/** When a shift begins and ends by the account's clock; `overnight`: it ends on a later day. Midnight is 24:00. */
export function hoursOf({ startsAt, endsAt }: Span, timeZone: string): { from: string; to: string; overnight: boolean } {
  const lastDay = dayOf(after(endsAt, -MINUTE), timeZone);
  const to = timeOf(endsAt, timeZone);
  return { from: timeOf(startsAt, timeZone), to: to === "00:00" ? "24:00" : to, overnight: lastDay !== dayOf(startsAt, timeZone) };
}

/** The hours of a day in which nobody is on the roster. */
export function gapsOf(day: string, shifts: readonly Span[], timeZone: string): Span[] {
  const end = instantOf(daysLater(day, 1), "00:00", timeZone);
  let covered = instantOf(day, "00:00", timeZone);
  const gaps: Span[] = [];
  for (const { startsAt, endsAt } of [...shifts].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())) {
    if (startsAt >= end) break;
    if (startsAt > covered) gaps.push({ startsAt: covered, endsAt: startsAt });
    if (endsAt > covered) covered = endsAt;
  }
  return covered < end ? [...gaps, { startsAt: covered, endsAt: end }] : gaps;
}
