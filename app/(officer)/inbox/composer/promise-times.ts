import { dayKey } from "@/app/(officer)/dates";
import { type DutyHours, endOfWorkday } from "@/lib/sla/calendar";
import { after, DAY } from "@/lib/time/rules";

export type PromisePreset = "today" | "tomorrow" | "threeWorkingDays";

/** The accounts' clock, which has no summer time. */
const OFFSET = "+08:00";
const END_OF_WORK = "18:00";

/** What a datetime-local field shows for an instant, by the accounts' clock and not by this computer's. */
export function fieldOf(instant: Date): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${dayKey(instant)}T${time.format(instant)}`;
}

/** The instant that a datetime-local field names, or null while it names none. */
export function instantOf(field: string): Date | null {
  const instant = new Date(`${field}:00${OFFSET}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Whether a promise may name this instant at `now`. */
export function isPromisable(instant: Date, now: Date, latest: Date): boolean {
  return instant > now && instant <= latest;
}

/** The usual times of the next answer that can still be promised, as the field holds them. */
export function promisePresets(now: Date, hours: DutyHours, latest: Date): { preset: PromisePreset; field: string }[] {
  const all: { preset: PromisePreset; field: string }[] = [
    { preset: "today", field: `${dayKey(now)}T${END_OF_WORK}` },
    { preset: "tomorrow", field: `${dayKey(after(now, DAY))}T${END_OF_WORK}` },
    { preset: "threeWorkingDays", field: `${dayKey(endOfWorkday(hours, now, 3))}T${END_OF_WORK}` },
  ];
  return all.filter(({ field }) => {
    const instant = instantOf(field);
    return instant !== null && isPromisable(instant, now, latest);
  });
}
