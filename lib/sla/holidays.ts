import { daysLater } from "@/lib/time/zones";
import type { Calendar, Period } from "./schema";

/** A day that differs from its week. A holiday has no duty hours, a make-up workday (调休) those of the first workday, usually a Monday. */
export type SpecialDay = { day: string; name: string; kind: "holiday" | "workday" };
type Published = {
  source: string;
  holidays: readonly (readonly [name: string, first: string, last: string])[];
  workdays: readonly (readonly [name: string, day: string])[];
};

/** The days that the General Office of the State Council has published, each year by a notice in the autumn before. */
export const PUBLISHED_YEARS: Readonly<Record<number, Published>> = {
  2025: {
    source: "《国务院办公厅关于2025年部分节假日安排的通知》国办发明电〔2024〕12号",
    holidays: [
      ["元旦", "2025-01-01", "2025-01-01"],
      ["春节", "2025-01-28", "2025-02-04"],
      ["清明节", "2025-04-04", "2025-04-06"],
      ["劳动节", "2025-05-01", "2025-05-05"],
      ["端午节", "2025-05-31", "2025-06-02"],
      ["国庆节、中秋节", "2025-10-01", "2025-10-08"],
    ],
    workdays: [
      ["春节", "2025-01-26"],
      ["春节", "2025-02-08"],
      ["劳动节", "2025-04-27"],
      ["国庆节、中秋节", "2025-09-28"],
      ["国庆节、中秋节", "2025-10-11"],
    ],
  },
  2026: {
    source: "《国务院办公厅关于2026年部分节假日安排的通知》国办发明电〔2025〕7号",
    holidays: [
      ["元旦", "2026-01-01", "2026-01-03"],
      ["春节", "2026-02-15", "2026-02-23"],
      ["清明节", "2026-04-04", "2026-04-06"],
      ["劳动节", "2026-05-01", "2026-05-05"],
      ["端午节", "2026-06-19", "2026-06-21"],
      ["中秋节", "2026-09-25", "2026-09-27"],
      ["国庆节", "2026-10-01", "2026-10-07"],
    ],
    workdays: [
      ["元旦", "2026-01-04"],
      ["春节", "2026-02-14"],
      ["春节", "2026-02-28"],
      ["劳动节", "2026-05-09"],
      ["国庆节", "2026-09-20"],
      ["国庆节", "2026-10-10"],
    ],
  },
};

/** From this month on next year's days are expected to be published. */
const PUBLISHED_FROM_MONTH = 11;

/** The published days of a year in order; none when they are not known here. */
export function publishedDays(year: number): SpecialDay[] {
  const published = PUBLISHED_YEARS[year];
  if (!published) return [];
  const holidays = published.holidays.flatMap(([name, first, last]) =>
    daysFrom(first, last).map((day) => ({ day, name, kind: "holiday" as const })),
  );
  const workdays = published.workdays.map(([name, day]) => ({ day, name, kind: "workday" as const }));
  return [...holidays, ...workdays].sort(byDay);
}

/** A calendar with these days entered as well. What stands in it for a day stays as it is. */
export function withDays(calendar: Calendar, days: readonly SpecialDay[]): Calendar {
  const known = new Set(calendar.days.map(({ day }) => day));
  const workday = workdayOf(calendar);
  const entered = days
    .filter(({ day }) => !known.has(day))
    .map(({ day, name, kind }) => ({ day, name, periods: kind === "holiday" ? [] : workday }));
  return { ...calendar, days: [...calendar.days, ...entered].sort(byDay) };
}

/** The duty hours of a workday: those of the first day of the week that has some, usually Monday's. */
export function workdayOf({ week }: Pick<Calendar, "week">): Period[] {
  return week.find((periods) => periods.length > 0) ?? [];
}

/** The year whose days a calendar lacks although they should be known on that day (2026-11-23): this one, from November on the next; or null. */
export function missingYear({ days }: Pick<Calendar, "days">, today: string): number | null {
  const year = Number(today.slice(0, 4));
  const expected = Number(today.slice(5, 7)) >= PUBLISHED_FROM_MONTH ? [year, year + 1] : [year];
  return expected.find((one) => !days.some(({ day, periods }) => day.startsWith(`${one}-`) && periods.length === 0)) ?? null;
}

/** Every day from the first to the last, as 2026-11-22; none when the last comes first. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = daysLater(day, 1)) days.push(day);
  return days;
}

function byDay(one: { day: string }, other: { day: string }): number {
  return one.day < other.day ? -1 : Number(one.day > other.day);
}
