import type { Calendar, Period } from "@/lib/sla/schema";
import { isSamePeriods, type Run, runsOf } from "./calendar-draft";

/** One thing in which two calendars differ. `weekdays`: 0 is Monday. */
export type CalendarChange = { kind: "week"; weekdays: number[]; periods: Period[] } | { kind: "added" | "removed"; run: Run };

/** In what one calendar differs from the one before it: weekdays that got the same hours together, then the special days in order. */
export function calendarChanges(before: Calendar, later: Calendar): CalendarChange[] {
  const weeks: { kind: "week"; weekdays: number[]; periods: Period[] }[] = [];
  for (const [weekday, periods] of later.week.entries()) {
    if (isSamePeriods(periods, before.week[weekday] ?? [])) continue;
    const alike = weeks.find((change) => isSamePeriods(change.periods, periods));
    if (alike) alike.weekdays.push(weekday);
    else weeks.push({ kind: "week", weekdays: [weekday], periods });
  }
  const added = runsOf(missingIn(before, later)).map((run) => ({ kind: "added", run }) as const);
  const removed = runsOf(missingIn(later, before)).map((run) => ({ kind: "removed", run }) as const);
  return [...weeks, ...[...removed, ...added].sort((one, other) => (one.run.first < other.run.first ? -1 : 1))];
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

function missingIn(one: Calendar, other: Calendar): Calendar["days"] {
  const known = new Set(one.days.map((day) => JSON.stringify(day)));
  return other.days.filter((day) => !known.has(JSON.stringify(day)));
}
