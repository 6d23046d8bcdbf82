import { type BrowserContext, expect, type Page } from "@playwright/test";
import { Resident, signIn } from "./support/people";
import { test } from "./support/test";

type Shown = { title: string; body: string };

/** A call waits ten seconds behind another one, and a browser's first sound some more. */
const CALLED = { timeout: 40_000 };

/** Notes down what the browser would show, in every tab, and lets the officer look elsewhere. */
async function elsewhere(context: BrowserContext): Promise<void> {
  await context.grantPermissions(["notifications"]);
  await context.addInitScript(() => {
    const shown: { title: string; body: string; onclick: (() => void) | null; close(): void }[] = [];
    class Noted {
      static permission = "granted";
      static requestPermission = async () => "granted";
      title: string;
      body: string;
      onclick: (() => void) | null = null;
      constructor(title: string, options: { body: string }) {
        this.title = title;
        this.body = options.body;
        shown.push(this);
      }
      close() {
        return undefined;
      }
    }
    Object.assign(window, { Notification: Noted, shown });
    document.hasFocus = () => false;
  });
}

/** What was called out; alarms, of which a run that lasts raises some, call for themselves. */
const shownIn = async (page: Page): Promise<Shown[]> => {
  const shown = await page.evaluate(() => (window as unknown as { shown: Shown[] }).shown.map(({ title, body }) => ({ title, body })));
  return shown.filter(({ title }) => !title.startsWith("告警："));
};

/** What else is on the desk may become late in any test, and calls by other words. */
const isNews = ({ title }: Shown) => /新来信/.test(title);

/** What has been read is looked at with the next second, and what stands there then is no news. */
const firstLook = (page: Page) => page.waitForTimeout(3_000);

async function settled(page: Page): Promise<Page> {
  await page.goto("/inbox");
  await expect(page.locator("[data-connection=live]")).toBeAttached();
  return page;
}

test("an urgent question calls once, in one tab, without a word of it; a click opens it", async ({ browser }) => {
  const first = await signIn(browser, "lin");
  await elsewhere(first.context());
  const read = first.waitForResponse(/\/api\/inbox\/attention/);
  await settled(first);
  await read;
  await firstLook(first);
  const second = await settled(await first.context().newPage());

  const cai = await Resident.arrive(browser, "蔡先生");
  await cai.writes("九号楼着火了，快");
  const news = async () => (await shownIn(first)).filter(isNews);
  await expect.poll(async () => (await news()).length, CALLED).toBe(1);
  expect((await news())[0]?.body).toMatch(/^最早 \d\d:\d\d 到期$/);
  expect((await shownIn(second)).filter(isNews)).toEqual([]);

  await first.evaluate(() =>
    (window as unknown as { shown: { title: string; onclick(): void }[] }).shown.find(({ title }) => title.includes("新来信"))?.onclick(),
  );
  await expect(first.getByRole("log")).toContainText("九号楼着火了");
  expect(await news()).toHaveLength(1);
  await first.close();
  // The other tab takes over; what stands there already is no news to it.
  await expect
    .poll(() => second.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name)))
    .toContainEqual(expect.stringContaining("jida-attention"));
  expect((await shownIn(second)).filter(isNews)).toEqual([]);
});

test("a sound where the officer wants one, two notes; nothing where not", async ({ browser }) => {
  const desk = await signIn(browser, "zhao");
  await elsewhere(desk.context());
  await desk.context().addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    Object.assign(window, { notes: 0 });
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      (window as unknown as { notes: number }).notes += 1;
      return start.call(this, when);
    };
  });
  await desk.goto("/settings/notifications");
  const kept = () => desk.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  const set = async (...ways: [matter: string, way: string, act: "check" | "uncheck"][]) => {
    for (const [matter, way, act] of ways)
      await Promise.all([kept(), desk.getByRole("checkbox", { name: new RegExp(`^${matter}.*：${way}$`) })[act]()]);
  };
  // The alarm of the same question sounds for itself.
  await set(["手上没有来信", "声音", "check"], ["手上没有来信", "通知", "uncheck"], ["告警", "声音", "uncheck"]);
  await desk.reload();
  await expect(desk.getByRole("checkbox", { name: "手上没有来信时来了新的：声音" })).toBeChecked();
  const read = desk.waitForResponse(/\/api\/inbox\/attention/);
  await settled(desk);
  await read;
  await firstLook(desk);
  // Browsers let a page sound only after a click on it.
  await desk.mouse.click(720, 600);
  const ding = await Resident.arrive(browser, "丁阿姨");
  await ding.writes("有人晕倒在滨河公园");
  await expect.poll(() => desk.evaluate(() => (window as unknown as { notes: number }).notes), CALLED).toBe(2);
  expect((await shownIn(desk)).filter(isNews)).toEqual([]);
  await desk.goto("/settings/notifications");
  await set(["手上没有来信", "声音", "uncheck"], ["手上没有来信", "通知", "check"], ["告警", "声音", "check"]);
});

test("the tab's title and icon count what waits", async ({ browser }) => {
  const desk = await signIn(browser, "he");
  const lei = await Resident.arrive(browser, "雷先生");
  await lei.writes("老年证在哪里办");
  await expect(desk).toHaveTitle(/^\(\d+(·超\d+)?\) 待答 · 即答$/);
  await expect(desk.locator("link[rel~=icon]").first()).toHaveAttribute("href", /^data:image\/svg\+xml,/);
});

test("a browser that blocks notifications is explained, and nothing asks but the button", async ({ browser }) => {
  const desk = await signIn(browser, "he");
  await desk.addInitScript(() => {
    const asked: string[] = [];
    const Real = window.Notification;
    Object.assign(window, { asked });
    Real.requestPermission = async () => {
      asked.push("asked");
      return "denied";
    };
  });
  await settled(desk);
  await desk.goto("/settings/notifications");
  await expect(desk.getByText(/浏览器已禁止本站的通知|还没有允许显示通知/)).toBeVisible();
  expect(await desk.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual([]);
});
