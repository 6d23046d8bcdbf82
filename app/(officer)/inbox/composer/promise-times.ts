import { instantOf } from "@/app/(officer)/local-moment";
import { type DutyHours, endOfWorkday } from "@/lib/sla/calendar";
import { dayOf, daysLater } from "@/lib/time/zones";

export type PromisePreset = "today" | "tomorrow" | "threeWorkingDays";

const END_OF_WORK = "18:00";

/** Whether a promise may name this instant at `now`. */
export function isPromisable(instant: Date, now: Date, latest: Date): boolean {
  return instant > now && instant <= latest;
}

/** The usual times of the next answer that can still be promised, as the field holds them: by the clock of those hours. */
export function promisePresets(now: Date, hours: DutyHours, latest: Date): { preset: PromisePreset; field: string }[] {
  const { timeZone } = hours;
  const today = dayOf(now, timeZone);
  const all: { preset: PromisePreset; field: string }[] = [
    { preset: "today", field: `${today}T${END_OF_WORK}` },
    { preset: "tomorrow", field: `${daysLater(today, 1)}T${END_OF_WORK}` },
    { preset: "threeWorkingDays", field: `${dayOf(endOfWorkday(hours, now, 3), timeZone)}T${END_OF_WORK}` },
  ];
  return all.filter(({ field }) => {
    const instant = instantOf(field, timeZone);
    return instant !== null && isPromisable(instant, now, latest);
  });
}
