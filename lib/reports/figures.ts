const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A part of a whole between 0 and 1; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** A share as 97.8%; one that is not whole is never rounded up to 100 %, nor one that is not nothing down to 0 %. */
export function percent(value: number): string {
  return `${tenths(value).toFixed(1)}%`;
}

/** By how many percentage points a share differs from another, as percent() writes both. */
export function pointsBetween(now: number, before: number): number {
  return Math.round((tenths(now) - tenths(before)) * 10) / 10;
}

/** Seconds as 1:52, 42:10 or 3:05:00, and from a day on in the reader's words. */
export function lasting(seconds: number, inWords: (days: number, hours: number) => string): string {
  const whole = Math.round(seconds);
  if (whole >= DAY) return inWords(Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  if (whole >= HOUR) return `${Math.floor(whole / HOUR)}:${two(minutes)}:${two(whole % MINUTE)}`;
  return `${minutes}:${two(whole % MINUTE)}`;
}

function tenths(value: number): number {
  const rounded = Math.round(value * 1_000) / 10;
  if (rounded >= 100 && value < 1) return 99.9;
  return rounded <= 0 && value > 0 ? 0.1 : rounded;
}
