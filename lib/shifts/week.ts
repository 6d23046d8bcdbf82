import { after, DAY, MINUTE } from "@/lib/time/rules";

const DAYS = 7;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The instant of a calendar day (2026-11-23) and a time of day (08:00, 24:00) by a zone's clock; one that summer time leaves out: the next. */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const asUtc = after(new Date(`${day}T00:00:00Z`), (hours * 60 + minutes) * MINUTE);
  // Twice: the first guess may lie on the other side of a change of the clock.
  const guess = after(asUtc, -offsetAt(asUtc, timeZone));
  return after(asUtc, -offsetAt(guess, timeZone));
}

/** The calendar day of an instant by a zone's clock. */
export function dayOf(instant: Date, timeZone: string): string {
  return after(instant, offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/** The time of day of an instant by a zone's clock, as 08:05. */
export function timeOf(instant: Date, timeZone: string): string {
  return after(instant, offsetAt(instant, timeZone)).toISOString().slice(11, 16);
}

/** The calendar day so many days later. */
export function daysLater(day: string, days: number): string {
  return after(new Date(`${day}T00:00:00Z`), days * DAY)
    .toISOString()
    .slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return daysLater(day, -((weekday + DAYS - 1) % DAYS));
}

/** The seven days that begin with a Monday. */
export function daysOf(monday: string): string[] {
  return Array.from({ length: DAYS }, (_, place) => daysLater(monday, place));
}

/** By how many milliseconds a zone's clock is ahead of UTC. */
function offsetAt(instant: Date, timeZone: string): number {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-CA", {
      ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
  if (!known) formats.set(timeZone, format);
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(instant.getTime() / 1_000) * 1_000;
}
