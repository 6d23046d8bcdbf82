import { TIME_ZONE } from "@/lib/web/locales";

const DAY_KEY = new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE, year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar day of an instant by the accounts' clock, as 2026-11-22. */
export function dayKey(instant: Date): string {
  return DAY_KEY.format(instant);
}

/** Whether two instants lie in the same calendar year by the accounts' clock. */
export function sameYear(one: Date, other: Date): boolean {
  return dayKey(one).slice(0, 4) === dayKey(other).slice(0, 4);
}
