import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { query } from "@/scripts/bench/support/database";
import { callSandbox } from "@/scripts/bench/support/sandbox-calls";
import { openInbox, type Stage } from "./stage";

const FLOOD = { perSecond: 50, seconds: 20 };
const QUIET_MS = 4_000;
const SCROLL_PX = 600;
const MOST_SCROLLS = 400;

/** New residents write faster than anybody can read: every one of them must have its row, once. */
export async function measureFlood(stage: Stage) {
  const page = await openInbox(stage, "/inbox?view=all");
  const count = FLOOD.perSecond * FLOOD.seconds;
  const begun = new Date(Date.now() - 1_000);
  const burst = { count, perSecond: FLOOD.perSecond, residents: count, text: "整条街都停水了" };
  const { outcomes } = await callSandbox<{ outcomes: Record<string, number> }>(stage.sandbox.url, "POST", "/sandbox/burst", burst);
  const stored = await storedSince(stage, begun);
  await page.keyboard.press(".");
  await page.waitForTimeout(1_000);
  const shown = await rowsShown(page, stored.length);
  await page.context().close();
  const rows = stored.filter((id) => shown.ids.has(id)).length;
  return { ...FLOOD, pushed: count, outcomes, stored: stored.length, rows, dropped: stored.length - rows, twice: shown.twice };
}

/** The questions that have opened since, once no more come: a push that was late is repeated. */
async function storedSince({ desk }: Stage, begun: Date): Promise<string[]> {
  for (let before = -1; ; ) {
    const rows = await query<{ id: string }>(desk.environment.DATABASE_URL, `SELECT id FROM "Question" WHERE "openedAt" >= $1`, [begun]);
    if (rows.length === before) return rows.map(({ id }) => id);
    before = rows.length;
    await pause(QUIET_MS);
  }
}

/** The ids of the rows from the top on, by scrolling through them; `twice`: how often one stood there two times at once. */
async function rowsShown(page: Page, atLeast: number): Promise<{ ids: Set<string>; twice: number }> {
  const ids = new Set<string>();
  let twice = 0;
  await page.locator("a[data-row]").first().hover();
  for (let scroll = 0; scroll < MOST_SCROLLS && ids.size < atLeast + 20; scroll += 1) {
    const here = await page.evaluate<string[]>("[...document.querySelectorAll('a[data-row]')].map((row) => row.dataset.row)");
    for (const id of here) ids.add(id);
    twice += here.length - new Set(here).size;
    await page.mouse.wheel(0, SCROLL_PX);
    await page.waitForTimeout(60);
  }
  return { ids, twice };
}
