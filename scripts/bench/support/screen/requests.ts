import type { Page } from "@playwright/test";
import { openInbox, type Stage } from "./stage";

/** What an officer does, by the keys for it; the first time a part of the page may have to be loaded, so it is done twice and counted once. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  "next thread": ["j"],
  "previous thread": ["k"],
  "claim, release": ["i"],
  "write ten letters": ["r", "师傅今天下午上门修理", "Escape"],
  "send a reply": ["r", "您好，师傅今天下午上门修好。", "Control+Enter", "Escape"],
  "choose a view": ["9"],
  "back to the first view": ["1"],
  "open and leave the palette": ["Control+k", "Escape"],
  "snooze menu and back": ["s", "Escape"],
  "close menu and back": ["e", "Escape"],
  "search a word": ["/", "停水", "Escape"],
};
const KEY_MS = 250;
const SETTLING_MS = 2_500;

/** How many requests the browser makes for each action of an officer, the live stream aside, and where to. */
export async function measureRequests(stage: Stage) {
  const page = await openInbox(stage);
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== "/api/events") asked.push(`${request.method()} ${pathname}`);
  });
  await page.keyboard.press("j");
  await page.waitForTimeout(SETTLING_MS);
  const counted: Record<string, { requests: number; to: string[] }> = {};
  for (const [name, keys] of Object.entries(ACTIONS)) {
    await act(page, keys);
    asked.length = 0;
    await act(page, keys);
    counted[name] = { requests: asked.length, to: [...asked] };
  }
  await page.context().close();
  return { mostForOneAction: Math.max(...Object.values(counted).map(({ requests }) => requests)), actions: counted };
}

async function act(page: Page, keys: readonly string[]) {
  for (const key of keys) {
    if (/[\u4e00-\u9fff]/.test(key)) await page.keyboard.insertText(key);
    else await page.keyboard.press(key);
    await page.waitForTimeout(KEY_MS);
  }
  await page.waitForTimeout(SETTLING_MS);
}
