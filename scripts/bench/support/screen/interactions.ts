import type { Page } from "@playwright/test";
import { randomFrom } from "@/scripts/bench/support/random";
import { spreadOf } from "@/scripts/bench/support/statistics";
import { openInbox, type Stage } from "./stage";

type Interaction = { duration: number; name: string };

const ACTIONS = 300;
const PAUSE_MS = 150;
/** What an officer's hands do, weighted by repetition: mostly moving on, sometimes writing, choosing a view, a menu, a search. */
const HABITS: readonly (readonly string[])[] = [
  ...Array.from({ length: 12 }, () => ["j"]),
  ...Array.from({ length: 4 }, () => ["k"]),
  ...Array.from({ length: 3 }, () => ["r", "您", "好", "Escape"]),
  ["r", "Shift+Enter", "Escape"],
  ["x", "x"],
  ["i"],
  ["s", "Escape"],
  ["e", "Escape"],
  ["a", "Escape"],
  ["?", "Escape"],
  ["Control+k", "Escape"],
  ["/", "停", "水", "Escape"],
  ["9"],
  ["2"],
  ["1"],
  ["1", "j"],
];

/** A shift of so many actions: the interaction to next paint, as web-vitals reckons it. */
export async function measureInteractions(stage: Stage) {
  const page = await openInbox(stage);
  const random = randomFrom(11);
  let actions = 0;
  while (actions < ACTIONS) {
    for (const key of HABITS[Math.floor(random() * HABITS.length)] ?? []) {
      await press(page, key);
      actions += 1;
      await page.waitForTimeout(PAUSE_MS);
    }
  }
  await page.waitForTimeout(1_000);
  const interactions = Object.values(await page.evaluate<Record<string, Interaction>>("window.jidaProbe.interactions"));
  await page.context().close();
  const durations = interactions.map(({ duration }) => duration).sort((one, other) => other - one);
  // The browser tells of no interaction shorter than 16 ms; those count for the number of them.
  const inp = durations[Math.floor(ACTIONS / 50)] ?? 0;
  const slowest = interactions.sort((one, other) => other.duration - one.duration).slice(0, 5);
  return { actions, told: interactions.length, inpMs: inp, ms: spreadOf(durations), slowest };
}

async function press(page: Page, key: string) {
  if (/[\u4e00-\u9fff]/.test(key)) await page.keyboard.insertText(key);
  else await page.keyboard.press(key);
}
