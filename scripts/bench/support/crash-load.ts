import { setTimeout as pause } from "node:timers/promises";
import { callSandbox } from "./sandbox-calls";

const PER_SECOND = 10;
const RESIDENTS = 40;

/** Residents who write all the time until `stop`, which resolves when the last push has been answered or given up. */
export function writeUntilStopped(sandboxUrl: string): { stop: () => Promise<void> } {
  const bursts: Promise<unknown>[] = [];
  let stopped = false;
  const writing = (async () => {
    while (!stopped) {
      const burst = {
        count: RESIDENTS,
        perSecond: PER_SECOND,
        residents: RESIDENTS,
        text: `第${bursts.length + 1}批：楼下水管漏了，谁来修？`,
      };
      bursts.push(callSandbox(sandboxUrl, "POST", "/sandbox/burst", burst));
      await pause((RESIDENTS / PER_SECOND) * 1000);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await writing;
      await Promise.all(bursts);
    },
  };
}
