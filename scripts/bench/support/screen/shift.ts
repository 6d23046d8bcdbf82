import type { Page } from "@playwright/test";
import { query } from "@/scripts/bench/support/database";
import { rounded } from "@/scripts/bench/support/statistics";
import { openInbox, type Stage } from "./stage";

/** How the officer finds the words: writes them, or calls a kept text by its letters. */
type Words = { name: "typed" | "quick replies"; write: (hands: Hands) => Promise<void> };
type Hands = { page: Page; press: (key: string) => Promise<void>; type: (text: string) => Promise<void>; keystrokes: () => number };

const TYPED: Words = { name: "typed", write: (hands) => hands.type("您好，师傅今天上门。") };
const KEPT: Words = {
  name: "quick replies",
  write: async ({ page, press, type }) => {
    await type(";tshf");
    await page.getByRole("listbox").waitFor({ timeout: PATIENCE_MS });
    await press("Enter");
  },
};
const ANSWERED = 60;
const PATIENCE_MS = 10_000;
/** After sending, the caret comes to the next text by itself. */
const CARET_MS = 300;
/** What is sent is followed by the next thread at once, or there is none. */
const MOVE_MS = 200;
const NEXT = "document.querySelector('#thread:not([data-left])') !== null";
const LOOK_MS = 5;
/** Threads that cannot be written to any more are passed over, but not for ever. */
const MOST_TRIES = 2 * ANSWERED;

/** Whoever can still be written to: the others can only be telephoned. */
const PLACE = "/inbox?window=open";

/** Half of the shift: waiting questions cleared by keyboard alone, in words typed for each; a Chinese character counts as one key. */
export function measureTypedShift(stage: Stage) {
  return clear(stage, TYPED);
}

/** The other half, in kept words. */
export function measureKeptShift(stage: Stage) {
  return clear(stage, KEPT);
}

async function clear(stage: Stage, words: Words) {
  const page = await openInbox(stage, PLACE);
  const hands = handsOn(page);
  const before = await repliesIn(stage);
  const began = performance.now();
  let [sent, passedOver] = [0, 0];
  await hands.press("j");
  while (sent < ANSWERED && sent + passedOver < MOST_TRIES) {
    if (await answer(hands, words)) sent += 1;
    else passedOver += 1;
  }
  const seconds = rounded((performance.now() - began) / 1_000);
  const answered = (await repliesIn(stage)) - before;
  await page.context().close();
  const keystrokes = hands.keystrokes();
  return {
    words: words.name,
    answered,
    passedOver,
    keystrokes,
    seconds,
    keystrokesEach: rounded(keystrokes / answered),
    secondsEach: rounded(seconds / answered),
  };
}

/** R unless the text has the caret already, the words, send and on to the next. Whoever can't be written to is left with J. */
async function answer(hands: Hands, words: Words): Promise<boolean> {
  const { page, press } = hands;
  const field = page.getByRole("textbox", { name: "回复正文" });
  await field.waitFor({ timeout: PATIENCE_MS });
  // The pane of the next thread takes the place of this one, and lacks its mark.
  await page.evaluate("document.querySelector('#thread')?.setAttribute('data-left', '')");
  if (!(await hasCaret(page, CARET_MS))) await press("r");
  if (!(await hasCaret(page, PATIENCE_MS))) {
    await press("j");
    return false;
  }
  // A draft of one's own may stand there.
  if ((await field.inputValue()) !== "") for (const key of ["Control+a", "Delete"]) await press(key);
  await words.write(hands);
  await press("Control+Shift+Enter");
  await until(page, `${NEXT} || document.querySelector('#thread textarea')?.value === ''`, PATIENCE_MS);
  if (await until(page, NEXT, MOVE_MS)) return true;
  // Nothing else is due. Escape would take the reply back that has just been written.
  await press("Tab");
  await press("j");
  return true;
}

function hasCaret(page: Page, withinMs: number): Promise<boolean> {
  return until(page, "document.querySelector('#thread textarea') === document.activeElement", withinMs);
}

/** Whether an expression becomes true within so long. The page's own policy forbids Playwright's way of waiting for one. */
async function until(page: Page, expression: string, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!(await page.evaluate<boolean>(expression))) {
    if (performance.now() > end) return false;
    await page.waitForTimeout(LOOK_MS);
  }
  return true;
}

function handsOn(page: Page): Hands {
  let keystrokes = 0;
  return {
    page,
    press: async (key) => {
      keystrokes += 1;
      await page.keyboard.press(key);
    },
    type: async (text) => {
      keystrokes += text.length;
      await page.keyboard.type(text);
    },
    keystrokes: () => keystrokes,
  };
}

async function repliesIn({ desk }: Stage): Promise<number> {
  const [row] = await query<{ count: number }>(
    desk.environment.DATABASE_URL,
    `SELECT count(*)::int AS count FROM "Reply" WHERE "officerId" = $1 AND status <> 'withdrawn'`,
    [desk.officerId],
  );
  return row?.count ?? 0;
}
