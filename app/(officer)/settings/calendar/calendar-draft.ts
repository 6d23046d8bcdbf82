import { faultsOf } from "@/app/(officer)/settings/limits/faults";
import { daysFrom, workdayOf } from "@/lib/sla/holidays";
import { type Calendar, calendarInput, type Period } from "@/lib/sla/schema";

const FAULTS = ["invalidTime", "periodBackwards", "periodsOverlap", "calendarEmpty", "weekTooShort", "dayTwice", "tooMuch"] as const;
export type CalendarFault = (typeof FAULTS)[number];
const MAX_PERIODS_A_DAY = 6;
const MIDNIGHT = "24:00";

const OFFICE: Period[] = [
  { from: "08:30", to: "12:00" },
  { from: "13:30", to: "17:30" },
];
const ALL_DAY: Period[] = [{ from: "00:00", to: MIDNIGHT }];
const LONG_DAY: Period[] = [{ from: "08:00", to: "20:00" }];
export const PRESETS = { office: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []], always: week(ALL_DAY), daily: week(LONG_DAY) } as const;
export type Preset = keyof typeof PRESETS;

/** Consecutive days of the same name and the same hours: what officers think of as one holiday. */
export type Run = { first: string; last: string; name: string; periods: Period[] };
/** Why days can't be entered. */
export type RunFault =
  | "invalidDay"
  | "runBackwards"
  | "runTooLong"
  | "dayTwice"
  | "noHours"
  | Extract<CalendarFault, "invalidTime" | "periodBackwards" | "periodsOverlap">;
const LONGEST_RUN = 60;

/** What is wrong with a calendar being written, by the path of the field. */
export function calendarFaults(calendar: Calendar) {
  return faultsOf<CalendarFault>(calendarInput, calendar, FAULTS, "tooMuch");
}

/** The week of a usual desk in place of the one written. */
export function withPreset(calendar: Calendar, preset: Preset): Calendar {
  return withWeek(
    calendar,
    PRESETS[preset].map((periods) => [...periods]),
  );
}

/** A weekday (0 is Monday) with other hours. */
export function withWeekday(calendar: Calendar, weekday: number, periods: Period[]): Calendar {
  return withWeek(calendar, calendar.week.with(weekday, periods));
}

/** One weekday's hours on others too. */
export function withCopies(calendar: Calendar, weekday: number, others: readonly number[]): Calendar {
  const periods = calendar.week[weekday] ?? [];
  return withWeek(
    calendar,
    calendar.week.map((own, place) => (others.includes(place) ? [...periods] : own)),
  );
}

/** The hours that probably come next in a day; null when there is no room. */
export function nextPeriod(periods: readonly Period[]): Period | null {
  const last = periods.at(-1);
  if (!last) return OFFICE[0] ?? null;
  if (periods.length >= MAX_PERIODS_A_DAY || last.to >= MIDNIGHT) return null;
  const afternoon = OFFICE[1];
  return afternoon && last.to <= afternoon.from ? afternoon : { from: last.to, to: MIDNIGHT };
}

/** A time as people type it (8:30, 8：30, 830, 24) as it is kept; what is no time stays as it is. */
export function tidyTime(typed: string): string {
  const text = typed.normalize("NFKC").trim();
  const [, hours, minutes = "00"] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text) ?? [];
  return hours === undefined ? text : `${hours.padStart(2, "0")}:${minutes}`;
}

/** The special days of a calendar, put together. */
export function runsOf(days: Calendar["days"]): Run[] {
  const runs: Run[] = [];
  for (const { day, name, periods } of days.toSorted((one, other) => (one.day < other.day ? -1 : 1))) {
    const last = runs.at(-1);
    const goesOn = last && last.name === name && isSamePeriods(last.periods, periods) && daysFrom(last.last, day).length === 2;
    if (goesOn) last.last = day;
    else runs.push({ first: day, last: day, name, periods });
  }
  return runs;
}

/** What is wrong with days to be entered, or null. `replaced`: the ones that they take the place of. */
export function runFault(calendar: Calendar, run: Run, replaced: Run | null): RunFault | null {
  const isDay = (day: string) => calendarInput.shape.days.safeParse([{ day, name: "", periods: [] }]).success;
  if (!isDay(run.first) || !isDay(run.last)) return "invalidDay";
  const days = daysFrom(run.first, run.last);
  if (days.length === 0) return "runBackwards";
  if (days.length > LONGEST_RUN) return "runTooLong";
  const others = withoutRun(calendar, replaced).days;
  if (others.some(({ day }) => days.includes(day))) return "dayTwice";
  const [fault] = calendarFaults({ ...calendar, week: week(run.periods), days: [] }).values();
  const told: readonly (CalendarFault | undefined)[] = ["invalidTime", "periodBackwards", "periodsOverlap"];
  return run.periods.length > 0 && told.includes(fault) ? (fault as RunFault) : null;
}

/** A calendar with days entered, in the place of others where `replaced` says which. */
export function withRun(calendar: Calendar, { first, last, name, periods }: Run, replaced: Run | null): Calendar {
  const entered = daysFrom(first, last).map((day) => ({ day, name: name.trim(), periods }));
  const days = [...withoutRun(calendar, replaced).days, ...entered].sort((one, other) => (one.day < other.day ? -1 : 1));
  return { ...calendar, days };
}

/** A calendar without those days. */
export function withoutRun(calendar: Calendar, run: Run | null): Calendar {
  if (!run) return calendar;
  return { ...calendar, days: calendar.days.filter(({ day }) => day < run.first || day > run.last) };
}

/** Whether two days have the same hours. */
export function isSamePeriods(one: readonly Period[], other: readonly Period[]): boolean {
  return one.length === other.length && one.every(({ from, to }, place) => from === other[place]?.from && to === other[place]?.to);
}

/** Days that go as a workday go on as one: they get the hours that a workday has now. */
function withWeek(calendar: Calendar, week: Period[][]): Calendar {
  const [before, later] = [workdayOf(calendar), workdayOf({ week })];
  if (before.length === 0 || later.length === 0) return { ...calendar, week };
  const days = calendar.days.map((day) => (isSamePeriods(day.periods, before) ? { ...day, periods: later } : day));
  return { week, days };
}

function week(periods: Period[]): Period[][] {
  return Array.from({ length: 7 }, () => periods);
}
