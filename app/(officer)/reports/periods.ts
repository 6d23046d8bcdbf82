import { DAY } from "@/lib/time/rules";

/** A calendar day, as 2026-11-22. Both days of a range belong to it. */
export type Day = string;
export type DayRange = { from: Day; to: Day };

export const PERIODS = ["today", "yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisYear"] as const;
export type Period = (typeof PERIODS)[number];
export const COMPARISONS = ["previous", "lastYear", "none"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The day it is at an instant in a zone. */
export function dayIn(timeZone: string, instant: Date): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

/** A period by name, up to today at most: weeks begin on Monday. */
export function rangeOf(period: Period, today: Day): DayRange {
  const monday = plusDays(today, 1 - weekdayOf(today));
  const first = `${today.slice(0, 7)}-01`;
  const ranges: Record<Period, DayRange> = {
    today: { from: today, to: today },
    yesterday: { from: plusDays(today, -1), to: plusDays(today, -1) },
    thisWeek: { from: monday, to: today },
    lastWeek: { from: plusDays(monday, -7), to: plusDays(monday, -1) },
    thisMonth: { from: first, to: today },
    lastMonth: { from: plusMonths(first, -1), to: plusDays(first, -1) },
    thisYear: { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
  return ranges[period];
}

/**
 * What a range is compared with. A range that begins with a week, a month or a year is compared with the same days of the one before,
 * whole ones with whole ones; any other with as many days just before it.
 */
export function comparedWith(range: DayRange, comparison: Comparison): DayRange | null {
  if (comparison === "none") return null;
  if (comparison === "lastYear") return { from: plusMonths(range.from, -12), to: endMoved(range, -12) };
  const days = daysOf(range);
  if (range.from.endsWith("-01-01") && range.to.slice(0, 4) === range.from.slice(0, 4) && days > 31)
    return { from: plusMonths(range.from, -12), to: endMoved(range, -12) };
  if (range.from.endsWith("-01") && range.to.slice(0, 7) === range.from.slice(0, 7) && days > 7)
    return { from: plusMonths(range.from, -1), to: endMoved(range, -1) };
  const back = days <= 7 && weekdayOf(range.from) === 1 && days > 1 ? 7 : days;
  return { from: plusDays(range.from, -back), to: plusDays(range.to, -back) };
}

/** How many days a range has. */
export function daysOf({ from, to }: DayRange): number {
  return (utc(to) - utc(from)) / DAY + 1;
}

/** The day so many days later. */
export function plusDays(day: Day, days: number): Day {
  return new Date(utc(day) + days * DAY).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

/** The same day so many months away, or the last one of a month that is too short. */
function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, "0")}`;
}

/** The end of a range, months away; the end of a month stays one, if the range began with one. */
function endMoved({ from, to }: DayRange, months: number): Day {
  const endsMonth = plusDays(to, 1).endsWith("-01");
  return endsMonth && from.endsWith("-01") ? plusDays(plusMonths(plusDays(to, 1), months), -1) : plusMonths(to, months);
}

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
