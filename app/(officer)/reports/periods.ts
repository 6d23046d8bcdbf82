import { dayAfter, type Period, weekdayOf } from "@/lib/reports/rules";

export const NAMED_PERIODS = ["last7", "today", "yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisYear"] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];
export const DEFAULT_PERIOD: NamedPeriod = "last7";

/** The day it is at an instant in a zone, as 2026-11-22. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

/** A period by name, up to today at most: weeks begin on Monday. */
export function periodNamed(name: NamedPeriod, today: string): Period {
  const monday = dayAfter(today, 1 - weekdayOf(today));
  const first = `${today.slice(0, 7)}-01`;
  const endOfLastMonth = dayAfter(first, -1);
  const periods: Record<NamedPeriod, Period> = {
    last7: { from: dayAfter(today, -6), to: today },
    today: { from: today, to: today },
    yesterday: { from: dayAfter(today, -1), to: dayAfter(today, -1) },
    thisWeek: { from: monday, to: today },
    lastWeek: { from: dayAfter(monday, -7), to: dayAfter(monday, -1) },
    thisMonth: { from: first, to: today },
    lastMonth: { from: `${endOfLastMonth.slice(0, 7)}-01`, to: endOfLastMonth },
    thisYear: { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
  return periods[name];
}
