import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "@/lib/error-codes";
import { SECOND } from "@/lib/time/rules";

/** WeChat hangs up after 5 s and pushes again, up to three times in about 15 s (protocol section 3.1): a database that restarts is waited for. */
const PATIENCE = 8 * SECOND;
const STEP = 150;

/** Repeats a reading, or a writing that is idempotent, while the database is away or busy. @throws the last error when it stays so, any other error at once */
export async function untilStored<T>(step: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() > until) throw error;
      await pause(STEP);
    }
  }
}
