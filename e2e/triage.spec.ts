import { expect, type Page } from "@playwright/test";
import { arrive, open, row, signIn } from "./support/people";
import { test } from "./support/test";

/** Words of this run alone. */
const once = Date.now().toString(36);
const rowsOf = (page: Page) => page.locator("a[data-thread]");
/** The rows of these texts. Each asks for something else than the others, else they would be one row. */
const theirs = (page: Page, texts: readonly string[]) => rowsOf(page).filter({ hasText: new RegExp(texts.join("|")) });
const bar = (page: Page) => page.getByRole("button", { name: /^新 \d+ 条/ });
const focusedRow = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-row") ?? document.activeElement?.tagName);

test("views and filters are addresses: each can be opened by itself, and Back leads back", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await arrive(desk, [`我要投诉三号楼夜里施工${once}`, "咨询一下渔船在哪里年检"]);
  await open(desk, "/inbox?kind=complaint");
  await expect(rowsOf(desk).filter({ hasText: `三号楼夜里施工${once}` })).toBeVisible();
  await expect(rowsOf(desk).filter({ hasText: "渔船" })).toHaveCount(0);
  await desk.getByRole("button", { name: /去掉筛选：\s*投诉/ }).click();
  await expect(desk).toHaveURL(/\/inbox$/);
  await row(desk, "渔船");

  await desk.getByRole("button", { name: "筛选和排序" }).click();
  await desk.getByLabel("谁在答").selectOption("none");
  await desk.getByLabel("排序", { exact: true }).selectOption("newest");
  await expect(desk).toHaveURL(/assignee=none&sort=newest/);
  await desk.keyboard.press("Escape");
  await expect(desk.getByRole("button", { name: "筛选和排序" })).toBeFocused();
  await desk.goBack();
  await expect(desk).toHaveURL(/assignee=none$/);
  await expect(desk.getByRole("button", { name: /去掉筛选：\s*最新在前/ })).toHaveCount(0);

  await desk.keyboard.press("7");
  await expect(desk).toHaveURL(/view=done/);
  await expect(desk.getByRole("button", { name: /^更多视图\s*今日已答/ })).toBeVisible();
  await desk.reload();
  await expect(desk.locator("[data-connection=live]")).toBeAttached();
  await expect(desk.getByRole("button", { name: /^更多视图\s*今日已答/ })).toBeVisible();
});

test("a view is kept under a name, opens again, and is forgotten", async ({ browser }) => {
  const desk = await signIn(browser, "zhao");
  await open(desk, "/inbox?view=all&state=closed");
  await desk.getByRole("button", { name: /^更多视图/ }).click();
  await desk.getByRole("menuitem", { name: "存下或管理视图…" }).click();
  await desk.getByLabel("给现在这个视图起名").fill("结束了的");
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("button", { name: "删除“结束了的”" })).toBeVisible();
  await desk.keyboard.press("Escape");
  await desk.keyboard.press("1");
  await expect(desk).toHaveURL(/\/inbox$/);
  await desk.reload();
  await expect(desk.locator("[data-connection=live]")).toBeAttached();
  await desk.getByRole("button", { name: "更多视图" }).click();
  await desk.getByRole("menuitem", { name: "结束了的" }).click();
  await expect(desk).toHaveURL(/view=all&state=closed/);
  await desk.getByRole("button", { name: /^更多视图\s*结束了的/ }).click();
  await desk.getByRole("menuitem", { name: "存下或管理视图…" }).click();
  await desk.getByRole("button", { name: "删除“结束了的”" }).click();
  await expect(desk.getByRole("button", { name: "删除“结束了的”" })).toHaveCount(0);
});

test("several rows are chosen by keys, closed at once, and brought back by one key", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const texts = ["路口红灯坏了", "转学要带什么材料", "冷库租金多少"];
  await arrive(desk, texts);
  await open(desk, "/inbox?sort=newest");
  const mine = theirs(desk, texts);
  await expect(mine).toHaveCount(3);
  await mine.first().focus();
  await desk.keyboard.press("x");
  await desk.keyboard.press("Shift+J");
  await desk.keyboard.press("Shift+J");
  await expect(desk.getByText("3 条已选")).toBeVisible();
  await desk.keyboard.press("e");
  await desk.getByRole("menuitem", { name: "不是诉求" }).press("Enter");
  await expect(desk.getByText("已结束 3 条")).toBeVisible();
  await expect(mine.filter({ hasText: "已结束" })).toHaveCount(3);
  await expect(desk.getByText("3 条已选")).toHaveCount(0);
  expect(await focusedRow(desk)).not.toBe("BODY");

  await desk.keyboard.press("u");
  await expect(desk.getByText("已撤销，3 条恢复原样")).toBeVisible();
  await expect(mine.filter({ hasText: "已结束" })).toHaveCount(0);
  await expect(mine).toHaveCount(3);
});

test("what is refused stays chosen and says why; Shift and click chooses a range; Escape lets go", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  const texts = ["老年卡怎么年审", "鱼摊缺斤少两", "河面漂着垃圾"];
  await arrive(lin, texts);
  for (const desk of [lin, zhao]) await open(desk, "/inbox?sort=newest");
  const mine = theirs(lin, texts);
  await expect(mine).toHaveCount(3);
  const boxes = lin.getByRole("checkbox", { name: new RegExp(texts.join("|")) });
  await boxes.first().check();
  await boxes.last().click({ modifiers: ["Shift"] });
  await expect(lin.getByText("3 条已选")).toBeVisible();
  await lin.keyboard.press("Escape");
  await expect(lin.getByText("3 条已选")).toHaveCount(0);

  await boxes.first().check();
  await boxes.last().click({ modifiers: ["Shift"] });
  await rowsOf(zhao).filter({ hasText: "鱼摊缺斤少两" }).click();
  await zhao.getByRole("button", { name: /^我来答/ }).click();
  await expect(mine.filter({ hasText: "赵在答" })).toHaveCount(1);
  await lin.getByRole("group", { name: "对选中的来信" }).getByRole("button", { name: "分派" }).click();
  await lin.getByRole("menuitem", { name: "我来答" }).click();
  await expect(lin.getByText(/^已分派 \d 条/)).toBeVisible();
  await lin.getByRole("button", { name: "撤销" }).click();
  await expect(lin.getByText(/已撤销/)).toBeVisible();
  await expect(mine.filter({ hasText: "赵在答" })).toHaveCount(1);
  await expect(mine.filter({ hasText: "我在答" })).toHaveCount(0);
});

test("put off, a row leaves the view for 稍后 and says until when; it comes back when one wishes", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await arrive(desk, [`体育馆几点关门${once}`]);
  const asked = await row(desk, `体育馆几点关门${once}`);
  await asked.focus();
  await desk.keyboard.press("x");
  await expect(desk.getByText("1 条已选")).toBeVisible();
  const anHour = desk.getByRole("menuitem", { name: /1 小时后/ });
  // The bar is seen a moment before it hears its keys.
  await expect(async () => {
    await desk.keyboard.press("s");
    await expect(anHour).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await anHour.click();
  await expect(desk.getByText("已把 1 条放到稍后")).toBeVisible();
  await expect(desk.getByText("1 条已选")).toHaveCount(0);
  await desk.keyboard.press("6");
  await expect(rowsOf(desk).filter({ hasText: `体育馆几点关门${once}` })).toContainText(/稍后 · \d\d:\d\d/);
  await desk.keyboard.press("u");
  await expect(desk.getByText("已撤销，1 条恢复原样")).toBeVisible();
  await desk.keyboard.press("1");
  await expect(await row(desk, `体育馆几点关门${once}`)).toBeVisible();
});

test("J and K lead from row to row with the focus on the row, known threads without a request; nothing moves when something arrives", async ({
  browser,
}) => {
  const desk = await signIn(browser, "lin");
  const texts = ["长椅断了一条腿", "夜校几时报名", "领证要预约吗"];
  await arrive(desk, texts);
  await open(desk, "/inbox?sort=newest");
  const mine = theirs(desk, texts);
  await expect(mine).toHaveCount(3);
  const ahead = desk.waitForResponse((response) => response.url().includes("/api/inbox/threads"));
  await desk.keyboard.press("j");
  await expect(desk.getByRole("log")).toContainText("领证要预约吗");
  await (await ahead).finished();
  expect(await focusedRow(desk)).toBe(await mine.nth(0).getAttribute("data-row"));

  const reads: string[] = [];
  desk.on("request", (request) => /\/api\/inbox\/thread\?/.test(request.url()) && reads.push(request.url()));
  await desk.keyboard.press("j");
  await expect(desk.getByRole("log")).toContainText("夜校几时报名");
  await expect(mine.nth(1)).toHaveAttribute("aria-current", "page");
  await expect(mine.nth(1)).toBeFocused();
  await desk.keyboard.press("k");
  await expect(desk.getByRole("log")).toContainText("领证要预约吗");
  await expect(mine.nth(0)).toBeFocused();
  expect(reads).toEqual([]);

  const before = await mine.nth(0).boundingBox();
  await arrive(desk, ["摆渡船几点开"]);
  await expect(bar(desk)).toBeVisible();
  expect(await mine.nth(0).boundingBox()).toEqual(before);
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("textbox", { name: "回复正文" })).toBeFocused();
  await bar(desk).click();
  await expect(rowsOf(desk).filter({ hasText: "摆渡船几点开" })).toBeVisible();
});

test("closed by the button the focus stays with the row, and the row goes when one steps on", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const texts = ["健身器材松动", "献血车停在哪里"];
  await arrive(desk, texts);
  await open(desk, "/inbox?sort=newest");
  const mine = theirs(desk, texts);
  await expect(mine).toHaveCount(2);
  await mine.first().focus();
  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: "结束（不回复）" }).click();
  await desk.getByRole("menuitem", { name: "不是诉求" }).press("Enter");
  await expect(mine.first()).toContainText("已结束");
  await expect.poll(() => focusedRow(desk)).toBe(await mine.first().getAttribute("data-row"));
  await desk.keyboard.press("j");
  await expect(mine).toHaveCount(1);
  await expect(mine.first()).toBeFocused();
});
