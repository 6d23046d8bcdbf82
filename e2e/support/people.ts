import { type APIRequestContext, type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { desk } from "./desk";

export type Chat = { from: "resident" | "account" | "system"; kind: string; text: string; via: string }[];

/** A resident with a phone of the sandbox's, opened in a page of its own. */
export class Resident {
  readonly openid: string;
  readonly page: Page;
  private readonly request: APIRequestContext;

  private constructor(openid: string, page: Page) {
    this.openid = openid;
    this.page = page;
    this.request = page.request;
  }

  static async arrive(browser: Browser, name: string): Promise<Resident> {
    const page = await browser.newPage({ viewport: { width: 420, height: 800 } });
    const created = await page.request.post(`${desk.phonesUrl}/sandbox/residents`, { data: { name } });
    const { openid } = await created.json();
    await page.goto(`${desk.phonesUrl}/#${openid}`);
    return new Resident(openid, page);
  }

  /** Types on the phone and presses Enter, as one does. */
  async writes(text: string): Promise<void> {
    const input = this.page.getByRole("textbox", { name: "输入消息，回车发送" });
    await input.fill(text);
    await input.press("Enter");
    await expect(this.page.getByText(text, { exact: true }).last()).toBeVisible();
  }

  /** What the phone's screen shows. */
  sees(text: string | RegExp): Locator {
    return this.page.getByText(text).last();
  }

  /** Everything on the phone, as the sandbox keeps it. */
  async chat(): Promise<Chat> {
    return (await this.request.get(`${desk.phonesUrl}/sandbox/residents/${this.openid}/chat`)).json();
  }

  async heard(text: string): Promise<number> {
    return (await this.chat()).filter((line) => line.from === "account" && line.text === text).length;
  }
}

/** What a browser keeps of who signed in before: the next one goes on with the session, which spares the form. */
const kept = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** An officer in a browser of his own, signed in at the inbox. */
export async function signIn(
  browser: Browser,
  login: string,
  options: { locale?: "zh-CN" | "en"; viewport?: { width: number; height: number }; anew?: boolean } = {},
): Promise<Page> {
  const state = options.anew ? undefined : kept.get(login);
  const context = await browser.newContext({
    baseURL: desk.url,
    locale: options.locale ?? "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: options.viewport ?? { width: 1440, height: 900 },
    ...(state ? { storageState: state } : {}),
  });
  await context.addCookies([{ name: "jida-locale", value: options.locale ?? "zh-CN", url: desk.url }]);
  const page = await context.newPage();
  await page.goto(state ? "/inbox" : "/sign-in");
  // A session that ended meanwhile leads here, too.
  if (new URL(page.url()).pathname === "/sign-in") {
    await page.locator("input[autocomplete=username]").fill(login);
    await page.locator("input[autocomplete=current-password]").fill(desk.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(({ pathname }) => pathname.startsWith("/inbox"));
    const { cookies } = await context.storageState();
    kept.set(login, { cookies: cookies.filter(({ name }) => name.includes("session")), origins: [] });
  }
  // Until the stream is up the page does not listen to keys either.
  await expect(page.locator("[data-connection=live]")).toBeAttached();
  return page;
}

/** Residents who write one text each, in this order, on phones that nobody looks at. */
export async function arrive(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const created = await page.request.post(`${desk.phonesUrl}/sandbox/residents`, { data: { name: "来信人" } });
    const { openid } = await created.json();
    const written = await page.request.post(`${desk.phonesUrl}/sandbox/residents/${openid}/messages`, { data: { text } });
    expect(["accepted", "replied"]).toContain((await written.json()).outcome);
  }
}

/** Opens an address of the desk and waits until it listens. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("[data-connection=live]")).toBeAttached();
}

/** Opens a page with a form and waits until its fields listen: React puts back what was typed into one before. */
export async function openForm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const field = page.locator("main :is(input, textarea)").first();
  await expect(async () => {
    expect(await field.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")))).toBe(true);
  }).toPass();
}

/** The row of the queue that shows these words; brings it out from behind the bar of new rows if need be. */
export async function row(page: Page, words: string): Promise<Locator> {
  const found = page.locator("a[data-thread]").filter({ hasText: words }).first();
  const bar = page.getByRole("button", { name: /^新 \d+ 条|^\d+ new/ });
  // The list renders what is in sight: a row further down comes with scrolling.
  await expect(async () => {
    if (!(await found.isVisible()) && (await bar.isVisible())) await bar.click();
    if (!(await found.isVisible())) await scrollOn(page);
    await expect(found).toBeVisible({ timeout: 300 });
  }).toPass();
  return found;
}

/** Scrolls the queue on by a screen, and from its end to its beginning. */
export async function scrollOn(page: Page): Promise<void> {
  await page
    .locator("li[data-index]")
    .first()
    .evaluate((row) => {
      let pane = row.parentElement;
      while (pane && pane.scrollHeight <= pane.clientHeight) pane = pane.parentElement;
      if (!pane) return;
      const isAtEnd = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2;
      pane.scrollTop = isAtEnd ? 0 : pane.scrollTop + pane.clientHeight * 0.8;
    });
}

/** Asks the sandbox to misbehave. */
export async function fault(page: Page, rule: Record<string, unknown>): Promise<void> {
  const response = await page.request.post(`${desk.phonesUrl}/sandbox/faults`, { data: rule });
  expect(response.ok()).toBe(true);
}
