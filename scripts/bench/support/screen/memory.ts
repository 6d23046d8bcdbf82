import type { CDPSession } from "@playwright/test";
import { callSandbox } from "@/scripts/bench/support/sandbox-calls";
import { rounded } from "@/scripts/bench/support/statistics";
import { openInbox, type Stage } from "./stage";

const HOUR = { events: 3_600, perSecond: 60, residents: 400, rounds: 3 };

/** An hour's worth of messages, told fast: what the page holds in memory after each third, garbage collected. */
export async function measureMemory(stage: Stage) {
  const page = await openInbox(stage);
  const devtools = await page.context().newCDPSession(page);
  await page.keyboard.press("j");
  await page.waitForTimeout(1_500);
  const heapMb = [await heapOf(devtools)];
  for (let round = 0; round < HOUR.rounds; round += 1) {
    const burst = { count: HOUR.events / HOUR.rounds, perSecond: HOUR.perSecond, residents: HOUR.residents, text: "还没有来水" };
    await callSandbox(stage.sandbox.url, "POST", "/sandbox/burst", burst);
    await page.waitForTimeout(3_000);
    await page.keyboard.press(".");
    await page.waitForTimeout(1_000);
    heapMb.push(await heapOf(devtools));
  }
  await page.context().close();
  // The first third brings the rows of all these residents; what comes after belongs to threads that are there.
  return { events: HOUR.events, heapMb, grownAfterFirstThird: rounded((heapMb.at(-1) ?? 0) - (heapMb[1] ?? 0)) };
}

async function heapOf(devtools: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return rounded(usedSize / 2 ** 20);
}
