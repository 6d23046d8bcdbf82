export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The accounts' clock: UTC+8 without summer time. */
const UTC_OFFSET = 8 * HOUR;

/** The instant `milliseconds` after (or, negative, before) another. */
export function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

/** The earlier of two instants. */
export function earlier(one: Date, other: Date): Date {
  return one <= other ? one : other;
}

/** The later of two instants. */
export function later(one: Date, other: Date): Date {
  return one >= other ? one : other;
}

/** The instant itself if it lies between the two bounds, else the nearer bound. */
export function clamp(instant: Date, earliest: Date, latest: Date): Date {
  if (instant < earliest) return earliest;
  return instant > latest ? latest : instant;
}

/** Midnight before an instant by the accounts' clock. */
export function startOfDay(instant: Date): Date {
  return new Date(Math.floor((instant.getTime() + UTC_OFFSET) / DAY) * DAY - UTC_OFFSET);
}

/** The calendar day of an instant by the accounts' clock, as 2026-11-22. */
export function calendarDay(instant: Date): string {
  return after(instant, UTC_OFFSET).toISOString().slice(0, 10);
}

/** An instant by the accounts' clock as residents read it: 11月22日 14:05. */
export function dayAndTime(instant: Date): string {
  const local = after(instant, UTC_OFFSET);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${local.toISOString().slice(11, 16)}`;
}

/** JSON.parse reviver for rows that travelled as JSON: a string under `at`, `now`, `…At`, `…Since`, `…Until` or `…From` is an instant. */
export function reviveInstants(key: string, value: unknown): unknown {
  return typeof value === "string" && /(^at|^now|At|Since|Until|From)$/.test(key) ? new Date(value) : value;
}
