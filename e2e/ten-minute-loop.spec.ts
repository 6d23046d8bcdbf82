import { expect } from "@playwright/test";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

test("a resident writes on the phone, an officer answers, the phone shows the answer once", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const tan = await Resident.arrive(browser, "谭女士");
  await tan.writes("雨花亭停水了，几点能来？");

  await (await row(desk, "雨花亭停水了")).click();
  await expect(desk).toHaveURL(/\/inbox\/[0-9a-f-]{36}/);
  await expect(desk.getByRole("log")).toContainText("雨花亭停水了，几点能来？");
  await expect(desk.getByText(/剩 9:\d\d/).first()).toBeVisible();

  await desk.getByRole("textbox", { name: "回复正文" }).fill("您好，雨花亭正在抢修，今晚八点恢复供水。");
  await expect(desk.getByText("→ 1 条")).toBeVisible();
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByRole("button", { name: "撤回" }).first()).toBeVisible();
  await expect(desk.getByText(/已送达微信/).last()).toBeVisible({ timeout: 15_000 });
  await expect(tan.sees("您好，雨花亭正在抢修，今晚八点恢复供水。")).toBeVisible();
  expect(await tan.heard("您好，雨花亭正在抢修，今晚八点恢复供水。")).toBe(1);

  await tan.writes("好的，谢谢！");
  await expect(desk.getByRole("log")).toContainText("好的，谢谢！");
  await expect(desk.getByText("致谢，不计时")).toBeVisible();
});

test("the same walk in English", async ({ browser }) => {
  const desk = await signIn(browser, "zhao", { locale: "en" });
  const resident = await Resident.arrive(browser, "Mr Hill");
  await resident.writes("When does the museum open on Sunday?");
  await (await row(desk, "When does the")).click();
  await desk.getByRole("textbox", { name: "Reply text" }).or(desk.locator("textarea")).first().fill("At nine. Closed on Mondays.");
  await desk.getByRole("button", { name: "Send", exact: true }).click();
  await expect(desk.getByText(/Delivered to WeChat/).last()).toBeVisible({ timeout: 15_000 });
  expect(await resident.heard("At nine. Closed on Mondays.")).toBe(1);
});

test("an interim reply names a unit and a date, keeps the question open and lists its promise", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const kong = await Resident.arrive(browser, "孔大爷");
  await kong.writes("幸福里的路灯坏了半个月没人修");
  await (await row(desk, "幸福里的路灯")).click();
  await desk.getByText("中间答复", { exact: true }).click();
  await desk.getByLabel("承办单位").fill("区城管局");
  await desk.getByRole("button", { name: "明天 18:00" }).click();
  await desk.getByRole("textbox", { name: "回复正文" }).fill("已转区城管局照明科，明天18:00前由我回您。");
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByText(/已送达微信/).last()).toBeVisible({ timeout: 15_000 });
  await desk.getByRole("link", { name: /^承诺/ }).click();
  await expect(await row(desk, "幸福里的路灯")).toContainText("区城管局");
});

test("taken back within five seconds nothing arrives, and the text is in the composer again", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const bai = await Resident.arrive(browser, "白女士");
  await bai.writes("湿地公园周末开不开门");
  await (await row(desk, "湿地公园周末")).click();
  const composer = desk.getByRole("textbox", { name: "回复正文" });
  await composer.fill("不开门");
  await desk.keyboard.press("Control+Enter");
  await desk.getByRole("button", { name: "撤回" }).first().click();
  await expect(composer).toHaveValue("不开门");
  await composer.fill("您好，周末照常开放，8:00—17:00。");
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByText(/已送达微信/).last()).toBeVisible({ timeout: 15_000 });
  expect(await bai.heard("不开门")).toBe(0);
});
