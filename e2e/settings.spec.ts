import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { openForm, Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

const SETTINGS = [
  "keyboard",
  "notifications",
  "appearance",
  "quick-replies",
  "danger-words",
  "time-limits",
  "calendar",
  "topics",
  "alarm-channels",
  "satisfaction",
  "weekly-report",
  "boards",
  "security",
];
/** For admins; the trail for supervisors too. */
const ADMINISTRATION = ["audit", "officers", "accounts", "webhooks"].map((page) => `/settings/${page}`);
const STANDING_ANSWERS = ["", "/calendar", "/tester", "/texts", "/menu", "/new"];
const PAGES = [...STANDING_ANSWERS.map((page) => `/standing-answers${page}`), ...SETTINGS.map((page) => `/settings/${page}`)];

test("the settings are reached from the officer's menu and lead back; each page is accessible", async ({ browser }) => {
  test.slow();
  const desk = await signIn(browser, "he");
  await desk.getByRole("button", { name: /何/ }).click();
  await desk.getByRole("menuitem", { name: "全部设置" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "快捷键" })).toBeVisible();
  await expect(desk.getByRole("link", { name: "快捷键" })).toHaveAttribute("aria-current", "page");
  for (const page of PAGES) {
    await desk.goto(page);
    await expectAccessible(desk, page);
  }
  await desk.getByRole("link", { name: "返回来信" }).click();
  await expect(desk).toHaveURL(/\/inbox/);
  const admin = await signIn(browser, "admin");
  for (const page of ADMINISTRATION) {
    await admin.goto(page);
    await expectAccessible(admin, page);
  }
});

test("each page of the settings is accessible in English, in the dark and on a phone", async ({ browser }) => {
  test.slow();
  const looks: [string, string[]][] = [
    ["zhao", PAGES],
    ["admin", ADMINISTRATION],
  ];
  for (const [login, pages] of looks) {
    const english = await signIn(browser, login, { locale: "en", viewport: { width: 390, height: 844 } });
    await english.context().addCookies([{ name: "jida-theme", value: "dark", url: english.url() }]);
    for (const page of pages) {
      await english.goto(page);
      await expectAccessible(english, `${page}, dark, English, on a phone`);
      expect(await english.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), page).toBe(true);
    }
  }
});

test("a standing answer is brought up to date by keyboard alone, and a colleague's text is not lost to a later one", async ({
  browser,
}) => {
  test.slow();
  const desk = await signIn(browser, "he");
  await desk.goto("/standing-answers");
  const hotline = desk.getByRole("link", { name: "热线电话", exact: true });
  await expect(hotline).toBeVisible();
  while (!(await hotline.evaluate((row) => row === document.activeElement))) await desk.keyboard.press("j");
  await desk.keyboard.press("Enter");
  const text = desk.getByRole("textbox", { name: "正文" });
  await expect(text).toBeFocused();
  const admin = await signIn(browser, "admin");
  await openForm(admin, desk.url());
  await expect(admin.getByRole("textbox", { name: "正文" })).toHaveValue(await text.inputValue());

  await desk.keyboard.press("Control+a");
  await desk.keyboard.type("政务服务便民热线 12345");
  await expect(desk.getByText("内容改了，截至时间还是原来的。")).toBeVisible();
  await desk.keyboard.press("Control+;");
  await expect(desk.getByText("内容改了，截至时间还是原来的。")).toBeHidden();
  await expect(desk.getByRole("figure", { name: "居民会看到" })).toContainText("政务服务便民热线 12345");
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByText(/第 \d+ 版已发布/)).toBeVisible();
  await expectAccessible(desk, "a standing answer");

  await admin.getByRole("textbox", { name: "正文" }).fill("供电抢修 95598");
  await admin.keyboard.press("Control+Enter");
  await expect(admin.getByRole("alert").filter({ hasText: "同事刚刚改过" })).toBeVisible();
  await expect(admin.getByRole("region", { name: "同事的新内容与您写的相比" })).toContainText("政务服务便民热线");
  await expect(admin.getByRole("textbox", { name: "正文" })).toHaveValue("供电抢修 95598");
});

test("a danger word is tried, saved, and counts for the next message; officers only read", async ({ browser }) => {
  test.slow();
  const desk = await signIn(browser, "he");
  await openForm(desk, "/settings/danger-words");
  const words = desk.getByRole("textbox", { name: "紧急词" });
  const tester = desk.getByRole("textbox", { name: "试一试" });
  await tester.fill("地铁口水管爆 裂了");
  await expect(desk.getByText("不会当作紧急。")).toBeVisible();
  await words.fill(`${await words.inputValue()}\n水管爆裂`);
  await expect(desk.getByText("会排在最前：含“水管爆裂”")).toBeVisible();

  const emergency = desk.getByRole("textbox", { name: "紧急回复" });
  const before = await emergency.inputValue();
  await emergency.fill("请联系我们。〔自动回复〕");
  await expect(desk.getByText("至少写明 110、119、120、12345 中的一个号码。")).toBeVisible();
  await expect(desk.getByRole("button", { name: "保存" })).toBeDisabled();
  await emergency.fill(before);

  // A colleague was faster.
  const admin = await signIn(browser, "admin");
  await openForm(admin, "/settings/danger-words");
  await admin.getByRole("textbox", { name: "紧急词" }).fill(`${await admin.getByRole("textbox", { name: "紧急词" }).inputValue()}\n化粪池`);
  await admin.getByRole("button", { name: "保存" }).click();
  await expect(admin.getByText(/已保存，\d+ 个紧急词/)).toBeVisible();
  await desk.getByRole("button", { name: "保存" }).click();
  await expect(desk.getByRole("alert").filter({ hasText: "同事刚刚改过" })).toBeVisible();
  await expect(desk.getByRole("definition").filter({ hasText: "化粪池" })).toBeVisible();
  await expect(words).toHaveValue(/水管爆裂/);
  await words.fill(`${await words.inputValue()}\n化粪池`);
  await desk.getByRole("button", { name: "保存" }).click();
  await expect(desk.getByText(/已保存，\d+ 个紧急词/)).toBeVisible();

  const lin = await signIn(browser, "lin");
  const wan = await Resident.arrive(browser, "万女士");
  await expect(async () => {
    await wan.writes("东门水管爆裂了");
    await expect(wan.sees(/119/)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expect(await row(lin, "东门水管爆裂了")).toContainText("紧急");
  await lin.goto("/settings/danger-words");
  await expect(lin.getByText("水管爆裂", { exact: true })).toBeVisible();
  await expect(lin.getByRole("button", { name: "保存" })).toHaveCount(0);
});
