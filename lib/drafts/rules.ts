import { after, HOUR } from "@/lib/time/rules";

export const MAX_DRAFT_LENGTH = 20_000;

/** A text as the database keeps it: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. Nobody sees either. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The accounts' clock, UTC+8 without summer time. */
const OFFSET = 8 * HOUR;

/** An instant as a draft keeps it and the field for it shows it: 2026-11-22T18:00 by the accounts' clock. */
export function wallClock(instant: Date): string {
  return after(instant, OFFSET).toISOString().slice(0, 16);
}
