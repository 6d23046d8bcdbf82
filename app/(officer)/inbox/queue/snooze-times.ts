import { after, DAY, HOUR, startOfDay } from "@/lib/time/rules";

export type SnoozeTime = { key: "hour" | "afternoon" | "tomorrow" | "monday"; at: Date };

const MORNING = 9 * HOUR;
const AFTERNOON = 16 * HOUR;
/** A day that began on a Monday by the accounts' clock. */
const A_MONDAY = Date.UTC(2026, 10, 23) - 8 * HOUR;

/** Until when one may put something off with one key: in an hour, 16:00 today unless that is near or past, 9:00 tomorrow, 9:00 on Monday. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const today = startOfDay(now);
  const weekday = Math.round((today.getTime() - A_MONDAY) / DAY) % 7;
  const monday = after(today, (7 - ((weekday + 7) % 7)) * DAY + MORNING);
  const tomorrow = after(today, DAY + MORNING);
  const times: SnoozeTime[] = [
    { key: "hour", at: after(now, HOUR) },
    { key: "afternoon", at: after(today, AFTERNOON) },
    { key: "tomorrow", at: tomorrow },
    { key: "monday", at: monday },
  ];
  return times.filter(({ key, at }) =>
    key === "afternoon" ? at > after(now, HOUR) : key !== "monday" || at.getTime() !== tomorrow.getTime(),
  );
}
