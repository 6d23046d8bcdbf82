import { setTimeout as pause } from "node:timers/promises";
import { reportDefect } from "@/lib/report-defect";
import { MINUTE, SECOND } from "@/lib/time/rules";

const PATIENCE = 2 * MINUTE;

/**
 * Repeats a report to the database until it is taken: what WeChat said is known only here. The first failure is logged.
 * Gives up after two minutes; the lease then tells that nobody knows.
 * @throws the last failure
 */
export async function untilReported(report: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + PATIENCE;
  for (let tries = 1; ; tries += 1) {
    try {
      return await report();
    } catch (error) {
      if (Date.now() > until) throw error;
      if (tries === 1) reportDefect("worker: reporting what WeChat said", error);
      await pause(SECOND / 2);
    }
  }
}
