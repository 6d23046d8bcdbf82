import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { desk as address } from "./support/desk";
import { fault, open, row, signIn } from "./support/people";
import { test } from "./support/test";

/** Each look with matters of its own: like ones would fold into one row. */
const LOOKS = [
  { locale: "zh-CN", theme: "light", login: "lin", matters: { many: "井盖坏了", failing: "路灯不亮", unknown: "树倒了" } },
  { locale: "en", theme: "dark", login: "zhao", matters: { many: "护栏断了", failing: "公厕没有纸", unknown: "广告牌松了" } },
] as const;

const ABOVE = "dialog[open], :popover-open";
const [THREAD, QUEUE] = ["#thread", "section:has(> nav)"];

for (const { locale, theme, login, matters } of LOOKS) {
  test(`every state of the inbox, ${locale} ${theme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await officer(browser, { locale, theme, login });
    const desk = new Desk(page, `${locale} ${theme}`);

    const [many, failing, unknown] = [await resident(page), await resident(page), await resident(page)];
    await page.request.post(`${address.phonesUrl}/sandbox/residents/${many}/events`, { data: { event: "subscribe" } });
    const kinds = ["image", "voice", "video", "location", "link", "file", "unsupported"].map((kind) => ({ kind }));
    for (const message of [{ text: "谢谢" }, { text: matters.many }, ...kinds]) await says(page, many, message);
    await says(page, failing, { text: matters.failing });
    await says(page, unknown, { text: matters.unknown });
    await fault(page, { api: "custom/send", openid: failing, kind: "errcode", errcode: 48001, times: 1 });
    await fault(page, { api: "custom/send", openid: unknown, kind: "reset-after", times: 1 });
    await open(page, "/inbox?view=all");

    await desk.opens(matters.failing);
    await desk.reply.fill("已派人去看。");
    await desk.reply.press("Control+Enter");
    await expect(page.locator("#thread [aria-keyshortcuts='Control+Z']")).toBeVisible();
    await desk.looks("a reply that can be taken back", THREAD);
    await desk.opens(matters.unknown);
    await desk.reply.fill("已派人去看。");
    await desk.reply.press("Control+Enter");
    await expect(desk.reply).toHaveValue("");

    await desk.opens(matters.many);
    await says(page, many, { text: "在路的北边" });
    await expect(page.getByRole("log")).toContainText("在路的北边");
    await desk.looks("a thread of all kinds of messages");
    for (const menu of await page.locator("#thread header [aria-haspopup=menu]").all()) {
      await menu.click();
      await desk.shows(page.locator("[role=menu]:popover-open"), "a menu of the thread");
    }
    await desk.key("s", page.locator("[role=menu]:popover-open :focus"));
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await desk.shows(page.locator("dialog[open]"), "put off until a time of one's own");

    await desk.key("i", page.locator("#thread header").getByText(/我在答|You are answering/));
    await desk.key("a", page.locator("[role=menu]:popover-open :focus"));
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await desk.shows(page.locator("dialog[open]"), "the handing over");

    await page.locator("#thread fieldset label").nth(1).click();
    await desk.reply.fill("正在办");
    await desk.reply.press("Control+Enter");
    await expect(page.locator("#thread input[aria-invalid=true]").first()).toBeVisible();
    await desk.looks("an interim answer without a unit", THREAD);
    await page.locator("#thread fieldset label").nth(0).click();
    await desk.key("n", page.locator("#thread section[aria-label] textarea[aria-haspopup=listbox]"));
    await page.keyboard.type("@");
    await desk.shows(page.getByRole("listbox"), "a note that names a colleague", THREAD);
    await page.keyboard.press("Backspace");
    await page.keyboard.type("居民下午在家");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("log")).toContainText("居民下午在家");
    await page.keyboard.press("Escape");

    await desk.reply.fill("");
    await desk.key(";", page.getByRole("option").first());
    await desk.shows(page.getByRole("option").first(), "the quick replies");
    await page.locator("#thread button[aria-haspopup=dialog]").last().click();
    await expect(page.locator("dialog[open] [role=option]").first()).toBeVisible();
    await desk.shows(page.locator("dialog[open]"), "the standing answers to insert");
    await desk.reply.fill("已转城管中队。");
    await says(page, many, { text: "又有人摔了" });
    await expect(page.getByRole("log")).toContainText("又有人摔了");
    await desk.reply.press("Control+Enter");
    await expect(page.locator("#thread section section")).toBeVisible();
    await desk.looks("what was known, what is new, what one wrote", THREAD);
    await desk.reply.fill("");
    for (const pencil of [0, 1]) {
      await page.locator("aside button[title]").nth(pencil).click();
      await desk.shows(page.locator("aside form"), "a remark, tags", "aside");
    }

    await desk.opens(matters.failing);
    await expect(page.getByRole("log").getByText(/发送失败|^Failed/)).toBeVisible();
    await desk.looks("a reply that failed", THREAD);
    await desk.opens(matters.unknown);
    await expect(page.getByRole("log").getByText(/结果未知|Outcome unknown/)).toBeVisible({ timeout: 30_000 });
    await desk.looks("a reply of which nobody knows", THREAD);

    await desk.key("?", page.locator("dialog[open]"));
    await desk.shows(page.locator("dialog[open]"), "the keys");
    await desk.key("Control+k", page.locator("dialog[open] input"));
    await desk.looks("the palette", ABOVE);
    await page.keyboard.type("井盖");
    await expect(page.locator("dialog[open] mark").first()).toBeVisible();
    await desk.shows(page.locator("dialog[open]"), "the palette with what it found");
    await desk.key("/", page.locator("search input").first());
    await desk.looks("a search that has not begun", "search");
    await page.keyboard.type("井盖");
    await expect(page.locator("a[data-hit]").first()).toBeVisible();
    await page.locator("search button[aria-expanded]").click();
    await expect(page.locator("search select").first()).toBeVisible();
    await desk.looks("what a search found, and its bounds", "search");
    await page.locator("search input").first().fill("没有人说过的话");
    await expect(page.locator("a[data-hit]")).toHaveCount(0);
    await expect(page.locator("search [role=status] p").first()).toBeVisible();
    await desk.looks("a search that found nothing", "search");
    await page.locator("search input").first().press("Escape");

    await (await row(page, matters.unknown)).focus();
    await page.keyboard.press("x");
    await expect(page.locator("section fieldset [role=status]")).toBeVisible();
    await desk.looks("a selection");
    await page.keyboard.press("a");
    await expect(page.locator("[role=menu]:popover-open [role=menuitem]").first()).toBeFocused();
    await desk.looks("the menu of a selection", ABOVE);
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-sonner-toast]").first()).toBeVisible();
    await desk.looks("what was done, with the way back", "[data-sonner-toaster]");

    for (const menu of [page.locator("nav [aria-haspopup=menu]"), page.locator("header [aria-haspopup=menu]").last()]) {
      await menu.click();
      await desk.shows(page.locator("[role=menu]:popover-open"), "the menus of views and of the officer");
    }
    await page.locator("section [aria-haspopup=dialog]").first().click();
    await desk.shows(page.locator("[role=dialog]:popover-open select").first(), "the filter");
    await page.locator("nav [aria-haspopup=menu]").click();
    await page.locator("[role=menu]:popover-open [role=menuitem]").last().click();
    await desk.shows(page.locator("dialog[open]"), "the views of one's own");
    await open(page, "/inbox?view=snoozed&kind=report&assignee=none&window=closed");
    await desk.looks("a filtered view without a question", QUEUE);
    await open(page, "/inbox/01a20568-bbe0-7160-9fa7-000000000000");
    await desk.looks("a thread that is not there", "#main");

    // A stream that has just begun may read everything anew, and the view with it.
    const rows = /\/api\/inbox\/(page|snapshot)\?/;
    await page.route(rows, () => undefined);
    await page.keyboard.press("9");
    await expect(page.locator("section > [role=status] > [aria-hidden]").first()).toBeVisible();
    await desk.looks("a view on its way", QUEUE);
    await page.unroute(rows);
    await page.context().setOffline(true);
    await expect(page.locator("[data-connection=lost]")).toBeAttached();
    await page.keyboard.press("5");
    await expect(page.locator("section [role=alert]")).toBeVisible();
    await desk.looks("a lost connection, and a view that did not come");
  });
}

class Desk {
  readonly reply: Locator;
  private readonly page: Page;
  private readonly look: string;

  constructor(page: Page, look: string) {
    this.page = page;
    this.look = look;
    this.reply = page.locator("#thread textarea");
  }

  /** The whole page, or the part of it that is news. */
  looks(state: string, part?: string): Promise<void> {
    return expectAccessible(this.page, `${state}, ${this.look}`, part);
  }

  /** Looks at what stands above the page for a while, and closes it. */
  async shows(what: Locator, state: string, part = ABOVE): Promise<void> {
    await expect(what).toBeVisible();
    await this.looks(state, part);
    await this.page.keyboard.press("Escape");
    await expect(what).toBeHidden();
  }

  async opens(words: string): Promise<void> {
    await (await row(this.page, words)).click();
    await expect(this.page.locator("#thread h1")).toContainText(words);
  }

  /** Presses a key where no text is typed, and waits for what it brings. */
  async key(key: string, brings: Locator): Promise<void> {
    await this.page.locator("#main").focus();
    await this.page.keyboard.press(key);
    await expect(brings).toBeVisible();
  }
}

async function officer(
  browser: Browser,
  { locale, theme, login }: { locale: "zh-CN" | "en"; theme: string; login: string },
): Promise<Page> {
  const page = await signIn(browser, login, { locale });
  await page.context().addCookies([{ name: "jida-theme", value: theme, url: address.url }]);
  return page;
}

async function resident(page: Page): Promise<string> {
  const created = await page.request.post(`${address.phonesUrl}/sandbox/residents`, { data: { name: "来信人" } });
  return (await created.json()).openid;
}

async function says(page: Page, openid: string, message: Record<string, string>): Promise<void> {
  const said = await page.request.post(`${address.phonesUrl}/sandbox/residents/${openid}/messages`, { data: message });
  expect(said.ok()).toBe(true);
}
