import { expect, type Page } from "@playwright/test";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

test.describe.configure({ timeout: 90_000 });

const reply = (page: Page) => page.getByRole("textbox", { name: "回复正文" });

/** Until the stream is up the page has not taken over what the server rendered. */
const isLive = (page: Page) => expect(page.locator("[data-connection=live]")).toBeAttached({ timeout: 15_000 });

/** A question of a new resident, opened by each of these officers. */
async function opened(resident: Resident, words: string, ...officers: Page[]) {
  await resident.writes(words);
  for (const officer of officers) {
    await (await row(officer, words)).click();
    await expect(reply(officer)).toBeVisible();
  }
}

test("who looks and who writes is seen at once, and no more when they stop or go", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  await opened(await Resident.arrive(browser, "贺女士"), "少年宫寒假开游泳班吗", lin, zhao);
  await expect(lin.getByText("赵也在看")).toBeVisible();
  await reply(zhao).pressSequentially("早");
  await expect(lin.getByText("赵正在写回复")).toBeVisible();
  await expect(lin.locator("a[data-thread]").filter({ hasText: "少年宫寒假开游泳班吗" })).toContainText("赵");
  await expect(lin.getByText("赵正在写回复")).toBeHidden({ timeout: 10_000 });
  await zhao.close();
  await expect(lin.getByText("赵也在看")).toBeHidden();
});

test("a note reaches the colleague it names, live, and never the resident", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  const shi = await Resident.arrive(browser, "石先生");
  await opened(shi, "井盖松了一踩就响", lin);
  await lin.locator("#main").click();
  await lin.keyboard.press("n");
  const note = lin.getByRole("textbox", { name: "备注正文" });
  await expect(note).toBeFocused();
  await note.pressSequentially("@");
  await expect(lin.getByRole("option", { name: "赵" })).toBeVisible();
  while (!(await lin.getByRole("option", { name: "赵", selected: true }).isVisible())) await lin.keyboard.press("ArrowDown");
  await lin.keyboard.press("Enter");
  await note.pressSequentially("市政说下午来修");
  await expect(note).toHaveValue("@赵 市政说下午来修");
  await lin.keyboard.press("Control+Enter");
  await expect(lin.getByRole("log").getByText("市政说下午来修")).toBeVisible();
  await expect(note).toHaveValue("");

  const badge = zhao.getByRole("button", { name: /1 条备注提到您/ });
  await badge.click();
  await zhao.getByRole("menuitem", { name: /市政说下午来修/ }).click();
  await expect(zhao.getByRole("log").getByText("市政说下午来修")).toBeVisible();
  await expect(badge).toBeHidden();
  await lin.getByRole("button", { name: "删除" }).click();
  await lin.getByRole("button", { name: "确认删除" }).click();
  await expect(zhao.getByRole("log").getByText("备注已删除")).toBeVisible();
  expect((await shi.chat()).some(({ text }) => text.includes("市政"))).toBe(false);
});

test("a draft survives a reload, even of what was typed last, and a colleague's claim", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  await opened(await Resident.arrive(browser, "葛女士"), "我家门口的树倒了半棵", lin, zhao);
  await reply(lin).fill("园林的师傅已经出发");
  await expect(lin.getByText("草稿已存")).toBeVisible();
  await lin.reload();
  await expect(reply(lin)).toHaveValue("园林的师傅已经出发");
  await isLive(lin);

  await reply(lin).fill("园林的师傅已经出发，半小时到");
  await lin.reload();
  await isLive(lin);
  await expect(reply(lin)).toHaveValue("园林的师傅已经出发，半小时到");
  await expect(lin.getByText("草稿已存")).toBeVisible();

  await zhao.getByRole("button", { name: "我来答" }).click();
  await expect(lin.getByText("赵在答").first()).toBeVisible();
  await expect(reply(lin)).toHaveValue("园林的师傅已经出发，半小时到");
});

test("a draft survives a crash and a sign-out, on another machine; sent, it is gone", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  const words = "路边的消防栓一直漏水";
  await opened(await Resident.arrive(browser, "袁先生"), words, lin);
  await reply(lin).fill("已请水务公司来看");
  await expect(lin.getByText("草稿已存")).toBeVisible();
  const address = lin.url();
  await lin.context().close();

  const again = await signIn(browser, "lin");
  await expect(await row(again, words)).toContainText("草稿");
  await again.goto(address);
  await isLive(again);
  await expect(reply(again)).toHaveValue("已请水务公司来看");
  await again.keyboard.press("r");
  await again.keyboard.type("。");
  await again.getByRole("button", { name: /^林/ }).click();
  await again.getByRole("menuitem", { name: "退出" }).click();
  await again.waitForURL(/sign-in/);

  const elsewhere = await signIn(browser, "lin");
  await elsewhere.goto(address);
  await isLive(elsewhere);
  await expect(reply(elsewhere)).toHaveValue("已请水务公司来看。");
  await reply(elsewhere).press("Control+Enter");
  await expect(elsewhere.getByRole("log").getByText("已请水务公司来看。")).toBeVisible();
  await expect(reply(elsewhere)).toHaveValue("");
  await elsewhere.reload();
  await expect(reply(elsewhere)).toHaveValue("");
});

test("without a line it says that the draft is not saved, and saves it when the line is back", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  await opened(await Resident.arrive(browser, "蔡先生"), "公交站牌歪了", lin);
  await lin.context().setOffline(true);
  await reply(lin).fill("已经联系公交公司");
  await expect(lin.getByText("未存 — 连接中断")).toBeVisible();
  await lin.context().setOffline(false);
  await expect(lin.getByText("草稿已存")).toBeVisible({ timeout: 10_000 });
});

test("written in two places, both texts are shown and one is chosen", async ({ browser }) => {
  const [here, there] = [await signIn(browser, "lin"), await signIn(browser, "lin")];
  await opened(await Resident.arrive(browser, "顾女士"), "暖气片一半不热", here, there);
  await reply(here).fill("请先放气试试");
  await expect(here.getByText("草稿已存")).toBeVisible();
  await reply(there).fill("热力公司明天上门");
  const conflict = there.getByRole("region", { name: "草稿在别处也写过" });
  await expect(conflict).toContainText("请先放气试试");
  await conflict.getByRole("button", { name: "用那边的" }).click();
  await expect(reply(there)).toHaveValue("请先放气试试");
  await expect(reply(there)).toBeFocused();
});

test("new words while one writes: what was known, what is new and one's own words in one place", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  const meng = await Resident.arrive(browser, "孟女士");
  await opened(meng, "小区大门的灯不亮", lin, zhao);
  await reply(lin).fill("已报物业。");
  await meng.writes("是南门的灯");
  await expect(lin.getByText(/来信有更新/)).toBeVisible();
  await reply(lin).press("Control+Enter");
  const news = lin.getByRole("region", { name: "看过、新增和自己写的" });
  await expect(news).toContainText("小区大门的灯不亮");
  await expect(news).toContainText("是南门的灯");
  await expect(news).toContainText("已报物业。");
  await news.getByRole("button", { name: "改一改" }).click();
  await expect(reply(lin)).toBeFocused();
  await news.getByRole("button", { name: "放弃" }).click();
  await expect(reply(lin)).toHaveValue("");
  await lin.getByRole("button", { name: "撤销" }).click();
  await expect(reply(lin)).toHaveValue("已报物业。");
  await meng.writes("北门的也不亮");
  await expect(lin.getByRole("log").getByText("北门的也不亮")).toBeVisible();
  await reply(lin).press("Control+Enter");
  await expect(news).toContainText("北门的也不亮");
  await news.getByRole("button", { name: "看过了，仍然发送" }).click();
  await expect(lin.getByText(/已送达微信/).last()).toBeVisible({ timeout: 15_000 });
  expect(await meng.heard("已报物业。")).toBe(1);
});

test("claimed, assigned, handed over with a note, put off and brought back", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  await opened(await Resident.arrive(browser, "戴先生"), "申请公租房要什么材料", lin, zhao);
  await lin.locator("#main").click();
  await lin.keyboard.press("i");
  await expect(lin.getByRole("button", { name: "放回待答" })).toBeVisible();
  await lin.keyboard.press("a");
  await lin.getByRole("menuitem", { name: "交接…" }).click();
  const dialog = lin.getByRole("dialog", { name: "交接给同事" });
  await dialog.getByLabel("交给").selectOption({ label: "赵" });
  await dialog.getByLabel("要交代的话").fill("居民只有下午方便");
  await dialog.getByRole("button", { name: "交接" }).click();
  await expect(zhao.getByRole("button", { name: "放回待答" })).toBeVisible();
  await expect(zhao.getByRole("log").getByText("居民只有下午方便")).toBeVisible();

  await zhao.getByRole("button", { name: "稍后" }).click();
  await zhao.getByRole("menuitem", { name: /1 小时/ }).click();
  await expect(zhao.getByText(/到期更早/)).toBeVisible();
  await expect(lin.getByRole("button", { name: /稍后至/ })).toBeVisible();
  await zhao.locator("#main").click();
  await zhao.keyboard.press("w");
  await expect(lin.getByRole("button", { name: "稍后", exact: true })).toBeVisible();
  await zhao.getByRole("button", { name: /^类别：/ }).click();
  await zhao.getByRole("menuitemradio", { name: "求助" }).click();
  await expect(lin.getByRole("button", { name: /^类别：求助/ })).toBeVisible();
});
