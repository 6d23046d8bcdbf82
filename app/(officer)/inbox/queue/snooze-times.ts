import { after, HOUR } from "@/lib/time/rules";
import { dayOf, daysLater, instantOf, mondayOf } from "@/lib/time/zones";

export type SnoozeTime = { key: "hour" | "afternoon" | "tomorrow" | "monday"; at: Date };

const MORNING = "09:00";
const AFTERNOON = "16:00";

/** Until when one may put something off with one key, by a zone's clocks: in an hour, 16:00 today unless that is near or past, 9:00 tomorrow, 9:00 on Monday. */
export function snoozeTimes(now: Date, zone: string): SnoozeTime[] {
  const today = dayOf(now, zone);
  const tomorrow = instantOf(daysLater(today, 1), MORNING, zone);
  const times: SnoozeTime[] = [
    { key: "hour", at: after(now, HOUR) },
    { key: "afternoon", at: instantOf(today, AFTERNOON, zone) },
    { key: "tomorrow", at: tomorrow },
    { key: "monday", at: instantOf(daysLater(mondayOf(today), 7), MORNING, zone) },
  ];
  return times.filter(({ key, at }) =>
    key === "afternoon" ? at > after(now, HOUR) : key !== "monday" || at.getTime() !== tomorrow.getTime(),
  );
}
