import { setTimeout as pause } from "node:timers/promises";
import { SECOND } from "@/lib/time/rules";

/** WeChat hangs up after 5 s and pushes again, up to three times in about 15 s (protocol section 3.1): a database that restarts is waited for. */
const PATIENCE = 8 * SECOND;
const STEP = 150;
/** PostgreSQL's connection exceptions, shutdowns and too many connections; Prisma's words for them; Node's socket errors; pg's own words for a lost connection. */
const AWAY =
  /^(08|57P0|53300|P10(01|02|08|17)|P2037|ECONN|EPIPE|ETIMEDOUT)|connection terminated|connection timeout|timeout exceeded when trying to connect/i;

/** Repeats a reading, or a writing that is idempotent, while the database is away. @throws the last error when it stays away, any other error at once */
export async function untilStored<T>(step: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isAway(error) || Date.now() > until) throw error;
      await pause(STEP);
    }
  }
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return AWAY.test(code) || AWAY.test(error.message);
}
