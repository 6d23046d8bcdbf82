import type { Page } from "@playwright/test";
import { openInbox, type Stage } from "./stage";

/** What an officer does, by the keys for it. `before`: what brings the hands there, not counted; `leave`: out of the text field. */
type Action = { before?: readonly string[]; keys: readonly string[] };

const ACTIONS: Readonly<Record<string, Action>> = {
  "next thread": { keys: ["j"] },
  "previous thread": { before: ["j"], keys: ["k"] },
  claim: { before: ["j"], keys: ["i"] },
  "write ten letters": { before: ["j", "r"], keys: ["师傅今天下午上门修理"] },
  "send what is written": { before: ["j", "r", "您好，师傅今天下午上门修好。"], keys: ["Control+Enter"] },
  "send and on to the next": { before: ["r", "您好，师傅今天下午上门修好。"], keys: ["Control+Shift+Enter"] },
  "choose a view": { before: ["leave"], keys: ["9"] },
  "back to the first view": { keys: ["1"] },
  "open and leave the palette": { keys: ["Control+k", "Escape"] },
  "snooze menu and back": { before: ["j"], keys: ["s", "Escape"] },
  "close menu and back": { keys: ["e", "Escape"] },
  "search a word": { keys: ["/", "停水", "Escape"] },
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
  for (const [name, { before = [], keys }] of Object.entries(ACTIONS)) {
    // The first time a part of the page may have to be loaded.
    await act(page, ["leave", ...before, ...keys]);
    await act(page, ["leave", ...before]);
    asked.length = 0;
    await act(page, keys);
    counted[name] = { requests: asked.length, to: [...asked] };
  }
  await page.context().close();
  return { mostForOneAction: Math.max(...Object.values(counted).map(({ requests }) => requests)), actions: counted };
}

async function act(page: Page, keys: readonly string[]) {
  for (const key of keys) {
    if (key === "leave") await page.evaluate("document.activeElement.blur()");
    else if (/[\u4e00-\u9fff]/.test(key)) await page.keyboard.insertText(key);
    else await page.keyboard.press(key);
    await page.waitForTimeout(KEY_MS);
  }
  await page.waitForTimeout(SETTLING_MS);
}
