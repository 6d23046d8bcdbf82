import { DAY, MINUTE, SECOND } from "./rules";

/** From one instant up to another, both in milliseconds since 1970. */
export type Stretch = readonly [from: number, until: number];
/** What a clock on the wall shows: the day by its number since 1970-01-01, and the minutes since midnight. */
export type LocalTime = { day: number; minutes: number };

/** By which zone an account goes, and by which it went before: until when, the earliest first. */
export type AccountZones = { timeZone: string; formerTimeZones?: readonly { timeZone: string; until: Date }[] };

/** By which a new account goes, and whoever sees none. */
export const DEFAULT_TIME_ZONE = "Asia/Shanghai";

const MOST_REMEMBERED = 4_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number | null>>();

/** Whether this is the name of a time zone, as IANA gives it: Asia/Shanghai. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** What the clocks of a zone show at an instant. @throws RangeError for a zone that does not exist */
export function localTime(instant: Date, zone: string): LocalTime {
  const shown = instant.getTime() + offsetAt(zone, instant.getTime());
  const day = Math.floor(shown / DAY);
  return { day, minutes: Math.floor((shown - day * DAY) / MINUTE) };
}

/** By which zone that goes which belongs to several accounts, or to none: by that of the first, in the order of their slugs. */
export function commonZone(zones: Iterable<string>): string {
  const [first = DEFAULT_TIME_ZONE] = zones;
  return first;
}

/** The zone by which an account went at an instant. */
export function zoneAt({ timeZone, formerTimeZones = [] }: AccountZones, instant: Date): string {
  return formerTimeZones.find(({ until }) => instant < until)?.timeZone ?? timeZone;
}

/** The zones that an account's row keeps of former times. */
export function formerTimeZones(kept: unknown): { timeZone: string; until: Date }[] {
  return (kept as { timeZone: string; until: string }[]).map(({ timeZone, until }) => ({ timeZone, until: new Date(until) }));
}

/** The calendar day of an instant by a zone's clocks, as 2026-11-23. */
export function dayOf(instant: Date, zone: string): string {
  return shownAt(instant, zone).toISOString().slice(0, 10);
}

/** The time of day of an instant by a zone's clocks, as 08:05. */
export function timeOf(instant: Date, zone: string): string {
  return shownAt(instant, zone).toISOString().slice(11, 16);
}

/** The day and the time of an instant by a zone's clocks, as a field for both holds them and a draft keeps them: 2026-11-22T18:00. */
export function wallClock(instant: Date, zone: string): string {
  return shownAt(instant, zone).toISOString().slice(0, 16);
}

/** An instant by a zone's clocks as residents read it: 11月22日 14:05. */
export function dayAndTime(instant: Date, zone: string): string {
  const shown = shownAt(instant, zone);
  return `${shown.getUTCMonth() + 1}月${shown.getUTCDate()}日 ${timeOf(instant, zone)}`;
}

/** When the day of an instant began by a zone's clocks. */
export function startOfDay(instant: Date, zone: string): Date {
  return instantOf(dayOf(instant, zone), "00:00", zone);
}

/** When the day of an instant ends, and the next one begins, by a zone's clocks. */
export function endOfDay(instant: Date, zone: string): Date {
  return instantOf(daysLater(dayOf(instant, zone), 1), "00:00", zone);
}

/** The instant at which UTC's clocks show what a zone's show at this one. */
export function shownAt(instant: Date, zone: string): Date {
  return new Date(instant.getTime() + offsetAt(zone, instant.getTime()));
}

/** When the clocks of a zone first show a day (2026-11-23) and a time of day (08:00, 24:00); where they leave it out: what comes next. */
export function instantOf(day: string, time: string, zone: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const minute = hours * 60 + minutes;
  const [first] = whileShown(zone, dayNumber(day), minute, minute + DAY / MINUTE);
  if (!first) throw new RangeError("a day that never is");
  return new Date(first[0]);
}

/** The calendar day so many days later or, negative, earlier. */
export function daysLater(day: string, days: number): string {
  return dayName(dayNumber(day) + days);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return daysLater(day, 1 - weekdayOf(dayNumber(day)));
}

/** The number of a day that is written 2026-11-23. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** The day of a number, as 2026-11-23. */
export function dayName(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * While the clocks of a zone show a time of a day, from the first minute up to the second one. Where a clock is put forward that is
 * shorter, or never; where it is put back, the times that are shown twice count twice.
 */
export function whileShown(zone: string, day: number, fromMinute: number, untilMinute: number): Stretch[] {
  const [from, until] = [day * DAY + fromMinute * MINUTE, day * DAY + untilMinute * MINUTE];
  const [before, behind] = [from - DAY, until + DAY];
  const [offset, laterOffset] = [offsetAt(zone, before), offsetAt(zone, behind)];
  if (offset === laterOffset) return [[from - offset, until - offset]];
  const change = changeBetween(zone, before, behind);
  const stretches: Stretch[] = [
    [from - offset, Math.min(until - offset, change)],
    [Math.max(from - laterOffset, change), until - laterOffset],
  ];
  return stretches.filter(([start, end]) => start < end);
}

/** Milliseconds by which the clocks of a zone are ahead of UTC. Asked for every message: a day without a change is looked up once. */
function offsetAt(zone: string, instant: number): number {
  const days = offsets.get(zone) ?? new Map<number, number | null>();
  offsets.set(zone, days);
  const day = Math.floor(instant / DAY);
  let offset = days.get(day);
  if (offset === undefined) {
    const [first, last] = [measuredOffset(zone, day * DAY), measuredOffset(zone, (day + 1) * DAY)];
    offset = first === last ? first : null;
    if (days.size >= MOST_REMEMBERED) days.clear();
    days.set(day, offset);
  }
  return offset ?? measuredOffset(zone, instant);
}

function measuredOffset(zone: string, instant: number): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / SECOND) * SECOND;
}

/** The first instant after a change of the clocks, of which there is one between the two. */
function changeBetween(zone: string, before: number, behind: number): number {
  const offset = offsetAt(zone, before);
  let [low, high] = [before, behind];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts });
  formats.set(zone, format);
  return format;
}
