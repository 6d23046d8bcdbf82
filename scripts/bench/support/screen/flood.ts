import type { Page } from "@playwright/test";
import { query } from "@/scripts/bench/support/database";
import { callSandbox } from "@/scripts/bench/support/sandbox-calls";
import { openInbox, type Stage } from "./stage";

const FLOOD = { perSecond: 50, seconds: 20 };
const SCROLL_PX = 600;
const MOST_SCROLLS = 400;

/** New residents write faster than anybody can read: every one of them must have its row, once. */
export async function measureFlood(stage: Stage) {
  const page = await openInbox(stage, "/inbox?view=all");
  const count = FLOOD.perSecond * FLOOD.seconds;
  const begun = new Date();
  await callSandbox(stage.sandbox.url, "POST", "/sandbox/burst", {
    count,
    perSecond: FLOOD.perSecond,
    residents: count,
    text: "整条街都停水了",
  });
  await page.waitForTimeout(3_000);
  const stored = await query<{ id: string }>(stage.desk.environment.DATABASE_URL, `SELECT id FROM "Question" WHERE "openedAt" >= $1`, [
    new Date(begun.getTime() - 1_000),
  ]);
  await page.keyboard.press(".");
  await page.waitForTimeout(1_000);
  const shown = await rowsShown(page, stored.length);
  await page.context().close();
  const wanted = new Set(stored.map(({ id }) => id));
  const found = shown.filter((id) => wanted.has(id));
  return {
    ...FLOOD,
    pushed: count,
    stored: stored.length,
    rows: new Set(found).size,
    dropped: wanted.size - new Set(found).size,
    twice: found.length - new Set(found).size,
  };
}

/** The ids of the rows from the top on, by scrolling through all of them; each place of the list is counted once. */
async function rowsShown(page: Page, atLeast: number): Promise<string[]> {
  const places = new Map<string, string>();
  const list = page.locator("a[data-row]").first();
  await list.hover();
  for (let scroll = 0; scroll < MOST_SCROLLS && new Set(places.values()).size < atLeast + 20; scroll += 1) {
    const here = await page.evaluate<[string, string][]>(
      "[...document.querySelectorAll('a[data-row]')].map((row) => [row.closest('[data-index]')?.dataset.index ?? row.dataset.row, row.dataset.row])",
    );
    for (const [place, id] of here) places.set(place, id);
    await page.mouse.wheel(0, SCROLL_PX);
    await page.waitForTimeout(60);
  }
  return [...places.values()];
}
