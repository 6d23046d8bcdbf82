import { after, HOUR } from "@/lib/time/rules";

export const MAX_DRAFT_LENGTH = 20_000;

/** The accounts' clock, UTC+8 without summer time. */
const OFFSET = 8 * HOUR;

/** An instant as a draft keeps it and the field for it shows it: 2026-11-22T18:00 by the accounts' clock. */
export function wallClock(instant: Date): string {
  return after(instant, OFFSET).toISOString().slice(0, 16);
}
