import { setTimeout as pause } from "node:timers/promises";
import { MINUTE, SECOND } from "@/lib/time/rules";

const PATIENCE = 2 * MINUTE;

/** Repeats a report to the database until it is taken: what WeChat said is known only here. Gives up after two minutes; the lease then tells that nobody knows. */
export async function untilReported(report: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await report();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(SECOND / 2);
    }
  }
}
