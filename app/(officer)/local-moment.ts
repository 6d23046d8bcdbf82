import { DAY, MINUTE } from "@/lib/time/rules";
import { dayName, dayNumber, whileShown } from "@/lib/time/zones";

const LOCAL = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/;
const MINUTES_A_DAY = DAY / MINUTE;

/** What a field for a date and a time says (2026-11-23T09:00), as the instant when an account's clock first shows it; null when it never does. */
export function instantOf(local: string, timeZone: string): Date | null {
  const [, day, hours, minutes] = LOCAL.exec(local) ?? [];
  const number = day === undefined ? Number.NaN : dayNumber(day);
  // Some days that do not exist are read as those after the month's end.
  if (day === undefined || Number.isNaN(number) || dayName(number) !== day) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  const [shown] = minute < MINUTES_A_DAY ? whileShown(timeZone, number, minute, minute + 1) : [];
  return shown ? new Date(shown[0]) : null;
}
