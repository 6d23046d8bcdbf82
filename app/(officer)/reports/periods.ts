import type { Period } from "@/lib/reports/rules";
import { daysLater, mondayOf } from "@/lib/time/zones";

export const NAMED_PERIODS = ["last7", "today", "yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisYear"] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];
export const DEFAULT_PERIOD: NamedPeriod = "last7";

/** A period by name, up to today at most: weeks begin on Monday. */
export function periodNamed(name: NamedPeriod, today: string): Period {
  const monday = mondayOf(today);
  const first = `${today.slice(0, 7)}-01`;
  const endOfLastMonth = daysLater(first, -1);
  const periods: Record<NamedPeriod, Period> = {
    last7: { from: daysLater(today, -6), to: today },
    today: { from: today, to: today },
    yesterday: { from: daysLater(today, -1), to: daysLater(today, -1) },
    thisWeek: { from: monday, to: today },
    lastWeek: { from: daysLater(monday, -7), to: daysLater(monday, -1) },
    thisMonth: { from: first, to: today },
    lastMonth: { from: `${endOfLastMonth.slice(0, 7)}-01`, to: endOfLastMonth },
    thisYear: { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
  return periods[name];
}
