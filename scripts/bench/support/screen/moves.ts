import type { Page } from "@playwright/test";
import { spreadOf } from "@/scripts/bench/support/statistics";
import { openInbox, type Stage } from "./stage";

const MOVES = 100;
/** An officer looks at a thread for at least so long; meanwhile the neighbours are read. */
const GLANCE_MS = 350;
const HELD_MS = 60;

/** J and K through the queue: from the key to the paint after the next thread stands on the screen. */
export async function measureMoves(stage: Stage) {
  const page = await openInbox(stage, "/inbox?view=all");
  await page.keyboard.press("j");
  await page.locator("#thread").waitFor();
  await page.waitForTimeout(1_500);
  const glancing = await move(page, GLANCE_MS);
  const held = await move(page, HELD_MS);
  await page.context().close();
  return { prefetched: glancing, held };
}

async function move(page: Page, pauseMs: number) {
  await page.evaluate("window.jidaProbe.moves = []");
  for (let moved = 0; moved < MOVES; moved += 1) {
    // Down a stretch and halfway back, as one looks through a list.
    await page.keyboard.press(moved % 3 === 2 ? "k" : "j");
    await page.waitForTimeout(pauseMs);
  }
  await page.waitForTimeout(1_000);
  const moves = await page.evaluate<(number | null)[]>("window.jidaProbe.moves");
  const painted = moves.filter((ms) => ms !== null);
  return { pauseMs, moves: moves.length, notPaintedWithin5s: moves.length - painted.length, ms: spreadOf(painted) };
}
