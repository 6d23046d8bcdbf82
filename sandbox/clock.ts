/**
 * The platform's clock. Windows, expiries and quotas read `platformNow`; what a push carries
 * (CreateTime, timestamp) is wall time, because the account's own clock is not moved with ours.
 */
export type Clock = { offsetMs: number };

const BEIJING_OFFSET_MS = 8 * 3600_000;

/** Milliseconds since the epoch, moved by the offset. */
export function platformNow(clock: Clock): number {
  return Date.now() + clock.offsetMs;
}

/** `2024-11-22`: quotas start anew at midnight in Beijing. */
export function dayOf(at: number): string {
  return new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
}

/** Wall time in whole seconds, as pushes write it. */
export function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
