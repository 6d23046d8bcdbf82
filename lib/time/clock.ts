import { pool } from "@/lib/db";
import { SECOND } from "./rules";

const REALIGN_EVERY = 30 * SECOND;

// On globalThis, because Next loads a module once for each of its bundles.
const clock = globalThis as typeof globalThis & { jidaClockOffset?: number; jidaClockTimer?: NodeJS.Timeout };

/** The database's time, as this process last measured it: every process and every row share one clock. */
export function now(): Date {
  return new Date(Date.now() + (clock.jidaClockOffset ?? 0));
}

/** Measures the distance to the database's clock, halving the round trip. Keeps the last one when the database is away. */
export async function alignClock(): Promise<void> {
  const asked = Date.now();
  const { rows } = await pool.query<{ at: Date }>("SELECT clock_timestamp() AS at");
  const answered = Date.now();
  const measured = rows[0]?.at;
  if (measured) clock.jidaClockOffset = measured.getTime() - (asked + answered) / 2;
}

/** Aligns now, and again every 30 seconds for as long as the process lives. */
export async function keepClockAligned(): Promise<void> {
  if (clock.jidaClockTimer) return;
  clock.jidaClockTimer = setInterval(() => void alignClock().catch(() => undefined), REALIGN_EVERY).unref();
  await alignClock();
}
