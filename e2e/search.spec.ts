import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { desk as phones } from "./support/desk";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

const field = (desk: Page) => desk.getByRole("textbox", { name: "搜索来信、回复、备注和来信人" });
const hits = (desk: Page): Locator => desk.locator("a[data-hit]");

/** Composes as a Chinese input method does, and commits. */
async function composes(page: Page, letters: string, words: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end += 1)
    await session.send("Input.imeSetComposition", { text: letters.slice(0, end), selectionStart: end, selectionEnd: end });
  await session.send("Input.insertText", { text: words });
  await session.detach();
}

test("two characters find it: typed with an input method, opened by keyboard, and Esc leads back to the queue as it was", async ({
  browser,
}) => {
  const desk = await signIn(browser, "lin");
  const [bai, yan] = [await Resident.arrive(browser, "白先生"), await Resident.arrive(browser, "严女士")];
  await bai.writes("滨江路３号的索道又停了");
  await yan.writes("索道停了好几天，老人下不来");
  await row(desk, "老人下不来");
  const asked: string[] = [];
  desk.on("request", (request) => {
    if (request.url().includes("/api/inbox/search")) asked.push(new URL(request.url()).searchParams.get("q") ?? "");
  });

  await desk.keyboard.press("/");
  await expect(field(desk)).toBeFocused();
  await composes(desk, "suodao", "索道");
  await expect(hits(desk)).toHaveCount(2);
  expect(asked).toEqual(["索道"]);
  await expect(hits(desk).first()).toContainText("老人下不来");
  await expect(hits(desk).first().locator("mark")).toHaveText("索道");
  await expectAccessible(desk, "search");

  await field(desk).press("Enter");
  await expect(desk.locator("[data-said]")).toContainText("老人下不来");
  await desk.keyboard.press("j");
  await expect(desk.locator("[data-said]")).toContainText("３号的索道");
  await expect(hits(desk).nth(1)).toBeFocused();
  await desk.goBack();
  await expect(desk.locator("[data-said]")).toContainText("老人下不来");
  await desk.reload();
  await expect(hits(desk)).toHaveCount(2);
  await expect(desk.locator("[data-said]")).toContainText("老人下不来");

  await field(desk).fill("3号 索道");
  await expect(hits(desk)).toHaveCount(1);
  await expect(hits(desk).locator("mark")).toHaveText(["３号", "索道"]);
  await field(desk).fill("索");
  await expect(desk.getByText("至少两个字")).toBeVisible();
  await field(desk).fill("没有人说过的话");
  await expect(desk.getByText("没有找到", { exact: true })).toBeVisible();
  await field(desk).press("Escape");
  await expect(field(desk)).toHaveCount(0);
  await expect(await row(desk, "老人下不来")).toBeVisible();
});

test("bounds narrow a search and stand in its address", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const lei = await Resident.arrive(browser, "雷先生");
  await lei.writes("滑冰场报名从哪天开始");
  await row(desk, "滑冰场报名");
  await desk.goto("/inbox?q=滑冰场");
  await expect(hits(desk)).toHaveCount(1);
  await desk.getByRole("button", { name: "时间、人员和状态" }).click();
  await desk.getByLabel("来信状态").selectOption("closed");
  await expect(desk.getByText("没有找到", { exact: true })).toBeVisible();
  expect(desk.url()).toContain("state=closed");
  await desk.getByLabel("来信状态").selectOption("open");
  await expect(hits(desk)).toHaveCount(1);
  await expectAccessible(desk, "search with bounds");
});

test("Ctrl+K finds actions by pinyin, threads by words, and runs what is chosen", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const ruan = await Resident.arrive(browser, "阮女士");
  await ruan.writes("垃圾站的味道太大了能不能早点清运");
  await row(desk, "垃圾站的味道");
  const palette = desk.getByRole("dialog", { name: "查找一切" });
  const input = palette.getByRole("combobox");

  await desk.keyboard.press("Control+k");
  await expect(input).toBeFocused();
  await input.fill("清运");
  await palette.getByRole("option", { name: /垃圾站/ }).waitFor();
  await input.press("Enter");
  await expect(palette).toHaveCount(0);
  await expect(desk.locator("[data-said]")).toContainText("垃圾站的味道");

  await desk.keyboard.press("Control+k");
  await input.fill("wld");
  await expect(palette.getByRole("option").first()).toHaveText(/我来答/);
  await input.press("Enter");
  await expect(desk.locator("a[data-thread]").filter({ hasText: "垃圾站的味道" })).toContainText("我在答");

  await desk.keyboard.press("Control+k");
  await expect(palette.getByRole("option").first()).toHaveText(/我来答/);
  await input.fill("停水怎么办");
  await input.press("Enter");
  await expect(desk.getByRole("textbox", { name: "回复正文" })).toHaveValue(/^您好，正在向水务公司核实/);

  await desk.keyboard.press("Control+k");
  await input.press("Escape");
  await expect(palette).toHaveCount(0);
});

test("the palette is accessible, empty and with what it found", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await desk.keyboard.press("Control+k");
  const palette = desk.getByRole("dialog", { name: "查找一切" });
  await expect(palette.getByRole("option").first()).toBeVisible();
  await expectAccessible(desk, "palette");
  await palette.getByRole("combobox").fill("路灯");
  await expect(palette.locator("mark").first()).toBeVisible();
  await expectAccessible(desk, "palette with findings");
});

test("a hit far back in a long thread is shown with what stands around it, and a button leads back to the newest", async ({ browser }) => {
  // More messages than a screen reads at once, written one after the other.
  test.slow();
  const desk = await signIn(browser, "zhao");
  const qiu = await Resident.arrive(browser, "邱先生");
  await qiu.writes("孔雀湖公园的长椅断了");
  for (let index = 1; index <= 105; index += 1)
    await desk.request.post(`${phones.phonesUrl}/sandbox/residents/${qiu.openid}/messages`, { data: { text: `还有第${index}处` } });
  await desk.goto("/inbox?q=孔雀湖");
  await expect(hits(desk)).toHaveCount(1);
  await hits(desk).click();
  const log = desk.getByRole("log");
  await expect(desk.locator("[data-said]")).toContainText("孔雀湖公园");
  await expect(log.getByText("孔雀湖公园的长椅断了")).toBeInViewport();
  await expect(log).toContainText("还有第20处");
  await expect(log).not.toContainText("还有第105处");
  await desk.getByRole("button", { name: "更晚的消息" }).click();
  await expect(log).toContainText("还有第50处");
  await desk.getByRole("button", { name: "回到最新" }).click();
  await expect(log.getByText("还有第105处")).toBeInViewport();
  await expect(desk.locator("[data-said]")).toHaveCount(0);
});
