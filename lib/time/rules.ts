export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

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

/** JSON.parse reviver for rows that travelled as JSON: a string under `at`, `now`, `since`, `…At`, `…Since`, `…Until` or `…From` is an instant. */
export function reviveInstants(key: string, value: unknown): unknown {
  return typeof value === "string" && /(^at|^now|^since|At|Since|Until|From)$/.test(key) ? new Date(value) : value;
}
