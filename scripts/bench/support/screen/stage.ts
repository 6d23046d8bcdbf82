import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { type Sandbox, startSandbox } from "@/sandbox/server";
import { query } from "@/scripts/bench/support/database";
import { deskAccount, deskEnvironment } from "@/scripts/bench/support/desk-environment";
import { type GrownDesk, growDesk } from "@/scripts/bench/support/grown-desk";
import { startWorker } from "@/scripts/bench/support/servers";
import { ensureChromium } from "@/scripts/setup/chromium.mjs";

/** A large town's desk as it runs in production, WeChat played beside it, and a browser. */
export type Stage = { desk: GrownDesk; sandbox: Sandbox; browser: Browser; url: string; close: () => Promise<void> };

const QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const VIEWPORT = { width: 1440, height: 900 };
const PROBE = fileURLToPath(import.meta.resolve("./probe.js"));

/** Grows the town and starts everything. */
export async function openStage(questions: number): Promise<Stage> {
  const executablePath = await ensureChromium();
  const desk = await growDesk(questions);
  const sandbox = await startSandbox({
    ...{
      appId: deskAccount.appId,
      originalId: deskAccount.originalId,
      token: deskAccount.token,
      encodingAesKey: deskAccount.encodingAesKey,
    },
    appSecret: String(deskEnvironment.WECHAT_APP_SECRET),
    port: Number(deskEnvironment.SANDBOX_PORT),
    webhookUrl: `http://127.0.0.1:${desk.web.port}/api/wechat/${deskAccount.slug}`,
  });
  await giveOutPhones(desk, sandbox);
  const worker = startWorker(desk.environment);
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  const browser = await chromium.launch({ executablePath, args });
  return {
    ...{ desk, sandbox, browser, url: `http://127.0.0.1:${desk.web.port}` },
    close: async () => {
      await browser.close();
      await worker.stop();
      await sandbox.close();
      await desk.web.stop();
    },
  };
}

/** A browser of the officer's own, with nothing in its cache. */
export async function freshContext({ browser, desk, url }: Stage): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: VIEWPORT });
  const [name = "", value = ""] = desk.cookie.split("=", 2);
  await context.addCookies([{ name, value, url }]);
  await context.addInitScript({ path: PROBE });
  return context;
}

/** The inbox, alive. */
export async function openInbox(stage: Stage, place = "/inbox"): Promise<Page> {
  const page = await (await freshContext(stage)).newPage();
  await arriveAt(page, place);
  return page;
}

/** Goes there and waits until the live stream is up; before that the page listens to no key. */
async function arriveAt(page: Page, place: string): Promise<void> {
  await page.goto(place);
  await page.locator("[data-connection=live]").waitFor({ state: "attached" });
}

/** Whoever waits can be answered: WeChat knows them, and when they wrote last. */
async function giveOutPhones({ environment }: GrownDesk, { url }: Sandbox) {
  const waiting = await query<{ openid: string; at: Date }>(
    environment.DATABASE_URL,
    `SELECT DISTINCT r.openid, r."messageWindowOpenedAt" AS at FROM "Question" q JOIN "Thread" t ON t.id = q."threadId" JOIN "Resident" r ON r.id = t."residentId"
     WHERE q."endedAt" IS NULL AND r."messageWindowOpenedAt" IS NOT NULL`,
  );
  for (const { openid, at } of waiting) {
    const body = JSON.stringify({ name: openid.slice(-4), followed: true, lastMessageAt: at.toISOString() });
    await fetch(`${url}/sandbox/residents/${openid}`, { method: "PUT", headers: { "content-type": "application/json" }, body });
  }
}
