import { after, DAY, HOUR } from "@/lib/time/rules";
import { TIME_ZONE } from "@/lib/web/locales";

const DAY_KEY = new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
/** The accounts' clock, UTC+8 without summer time. */
const OFFSET = 8 * HOUR;

/** The calendar day of an instant by the accounts' clock, as 2026-11-22. */
export function dayKey(instant: Date): string {
  return DAY_KEY.format(instant);
}

/** The number of that day, counted from 1970: yesterday's is one less. */
export function dayNumber(instant: Date): number {
  return Math.floor(after(instant, OFFSET).getTime() / DAY);
}
