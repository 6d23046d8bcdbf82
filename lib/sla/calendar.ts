import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import { dayNumber, localTime, type Stretch, weekdayOf, whileShown } from "@/lib/time/zones";
import type { Calendar, Period } from "./schema";

/** 工作日历 of one account: its duty hours, and whose clocks show them. */
export type DutyHours = { calendar: Calendar; timeZone: string };

const ALL_DAY: Period[] = [{ from: "00:00", to: "24:00" }];
/** What an account keeps until it saves a calendar: duty around the clock. */
export const DEFAULT_CALENDAR: Calendar = { week: Array.from({ length: 7 }, () => ALL_DAY), days: [] };

const MOST_REMEMBERED = 4_000;
const SATURDAY = 6;
const specialDays = new WeakMap<Calendar, Map<number, Period[]>>();
const stretches = new WeakMap<Calendar, Map<string, Stretch[]>>();

/** The duty hours of a day, which is a number since 1970-01-01: its own where it differs from the week (节假日、调休), else those of its weekday. */
export function periodsOn(calendar: Calendar, day: number): readonly Period[] {
  return specialDaysOf(calendar).get(day) ?? calendar.week[weekdayOf(day) - 1] ?? [];
}

/** Whether an instant lies within duty hours. Their beginning does, their end does not. */
export function isDuty(hours: DutyHours, at: Date): boolean {
  const instant = at.getTime();
  return dutyOn(hours, localTime(at, hours.timeZone).day).some(([from, until]) => from <= instant && instant < until);
}

/** The instant itself if it lies within duty hours, else when they begin next. */
export function nextDuty(hours: DutyHours, at: Date): Date {
  const instant = at.getTime();
  for (const [from, until] of dutyFrom(hours, at)) if (until > instant) return new Date(Math.max(from, instant));
  return at;
}

/** The instant itself if it lies within duty hours, else when they ended last. */
export function previousDuty(hours: DutyHours, at: Date): Date {
  const instant = at.getTime();
  for (let day = localTime(at, hours.timeZone).day + 1; ; day -= 1) {
    const last = dutyOn(hours, day).findLast(([from]) => from <= instant);
    if (last) return new Date(Math.min(last[1], instant));
  }
}

/** The instant when so many minutes of duty have passed since another. */
export function addDutyMinutes(hours: DutyHours, at: Date, minutes: number): Date {
  const instant = at.getTime();
  let left = minutes * MINUTE;
  for (const [from, until] of dutyFrom(hours, at)) {
    const start = Math.max(from, instant);
    if (until - start >= left) return new Date(start + left);
    left -= Math.max(0, until - start);
  }
  return at;
}

/** The minutes of duty between two instants, parts of a minute included; none when the second is not later. */
export function dutyMinutesBetween(hours: DutyHours, at: Date, until: Date): number {
  let passed = 0;
  for (const [from, end] of dutyFrom(hours, at)) {
    if (from >= until.getTime()) break;
    passed += Math.max(0, Math.min(end, until.getTime()) - Math.max(from, at.getTime()));
  }
  return passed / MINUTE;
}

/**
 * The last second of the n-th workday after the day of an instant. A workday is a Monday to Friday with duty hours, or a day that the
 * calendar names and gives hours (调休); a weekend on duty is none, so that a desk around the clock does not promise for an office that
 * is shut. Where no Monday to Friday has duty hours, every day that has some is a workday.
 */
export function endOfWorkday(hours: DutyHours, at: Date, days: number): Date {
  const { calendar, timeZone } = hours;
  let day = localTime(at, timeZone).day;
  for (let left = days; left > 0; ) {
    day += 1;
    if (isWorkday(calendar, day)) left -= 1;
  }
  const midnight = whileShown(timeZone, day + 1, 0, 24 * 60)[0]?.[0] ?? (day + 1) * DAY;
  return new Date(midnight - SECOND);
}

/** Whether a promise may count on offices being open on a day: see endOfWorkday. */
export function isWorkday(calendar: Calendar, day: number): boolean {
  const special = specialDaysOf(calendar).get(day);
  if (special) return special.length > 0;
  const hasWeekdays = calendar.week.slice(0, SATURDAY - 1).some((periods) => periods.length > 0);
  return periodsOn(calendar, day).length > 0 && (!hasWeekdays || weekdayOf(day) < SATURDAY);
}

/** The stretches of duty of a day, in order. */
function dutyOn({ calendar, timeZone }: DutyHours, day: number): readonly Stretch[] {
  const known = stretches.get(calendar) ?? new Map<string, Stretch[]>();
  stretches.set(calendar, known);
  const key = `${day} ${timeZone}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const found = periodsOn(calendar, day)
    .flatMap(({ from, to }) => whileShown(timeZone, day, minutesOf(from), minutesOf(to)))
    .sort(([one], [other]) => one - other);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}

/** The minutes since midnight of a time of day. */
export function minutesOf(time: string): number {
  return (Number(time.slice(0, 2)) * HOUR) / MINUTE + Number(time.slice(3));
}

/** Stretches of duty from the day before an instant on, in order, without an end: a calendar that was accepted has a weekday with duty hours. */
function* dutyFrom(hours: DutyHours, at: Date): Generator<Stretch> {
  for (let day = localTime(at, hours.timeZone).day - 1; ; day += 1) yield* dutyOn(hours, day);
}

function specialDaysOf(calendar: Calendar): Map<number, Period[]> {
  const known = specialDays.get(calendar) ?? new Map(calendar.days.map(({ day, periods }) => [dayNumber(day), periods]));
  specialDays.set(calendar, known);
  return known;
}
