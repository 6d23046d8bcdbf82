import type { Calendar, Period } from "@/lib/sla/schema";
import { isSamePeriods, type Run, runsOf } from "./calendar-draft";

/** One thing in which two calendars differ. `weekdays`: 0 is Monday. */
export type CalendarChange = { kind: "week"; weekdays: number[]; periods: Period[] } | { kind: "added" | "altered" | "removed"; run: Run };

/** In what one calendar differs from the one before it: weekdays that got the same hours together, then the special days in order. */
export function calendarChanges(before: Calendar, later: Calendar): CalendarChange[] {
  const weeks: { kind: "week"; weekdays: number[]; periods: Period[] }[] = [];
  for (const [weekday, periods] of later.week.entries()) {
    if (isSamePeriods(periods, before.week[weekday] ?? [])) continue;
    const alike = weeks.find((change) => isSamePeriods(change.periods, periods));
    if (alike) alike.weekdays.push(weekday);
    else weeks.push({ kind: "week", weekdays: [weekday], periods });
  }
  const [old, own] = [daysOf(before), daysOf(later)];
  const days = {
    removed: before.days.filter(({ day }) => !own.has(day)),
    altered: later.days.filter((one) => old.has(one.day) && old.get(one.day) !== JSON.stringify(one)),
    added: later.days.filter(({ day }) => !old.has(day)),
  };
  const changed = (["removed", "altered", "added"] as const).flatMap((kind) => runsOf(days[kind]).map((run) => ({ kind, run })));
  return [...weeks, ...changed.sort((one, other) => (one.run.first < other.run.first ? -1 : 1))];
}

/** Weekdays put together: several in a row (Monday to Friday), and single ones. */
export function weekdayRuns(weekdays: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last && last.last === weekday - 1) last.last = weekday;
    else runs.push({ first: weekday, last: weekday });
  }
  return runs;
}

function daysOf({ days }: Calendar): Map<string, string> {
  return new Map(days.map((one) => [one.day, JSON.stringify(one)]));
}
