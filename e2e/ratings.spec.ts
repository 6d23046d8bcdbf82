import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { openForm, Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

/** The account asks so many minutes after an answer, from now on. */
async function askAfter(supervisor: Page, minutes: number) {
  await openForm(supervisor, "/settings/satisfaction");
  await supervisor.getByRole("textbox", { name: "答复后多少分钟问" }).fill(String(minutes));
  await supervisor.getByRole("button", { name: "审定并保存" }).click();
  await expect(supervisor.getByText("已保存。从现在起的答复会请居民评价。")).toBeVisible();
}

test("a resident is asked, taps 没有解决, and the desk has the question again", async ({ browser }) => {
  test.slow();
  const supervisor = await signIn(browser, "he");
  await askAfter(supervisor, 0);
  try {
    const desk = await signIn(browser, "lin");
    const shen = await Resident.arrive(browser, "沈女士");
    await shen.writes("文化馆的书法班还收不收人");
    await (await row(desk, "文化馆的书法班")).click();
    await desk.getByRole("textbox", { name: "回复正文" }).fill("您好，书法班还有名额，请到一楼前台登记。");
    await desk.keyboard.press("Control+Enter");

    const tap = shen.page.getByRole("button", { name: "没有解决" });
    await expect(tap).toBeVisible({ timeout: 30_000 });
    await expect(desk.getByText(/已请居民评价/)).toBeVisible();
    await tap.click();
    await expect(shen.sees(/还差什么？/)).toBeVisible();
    await expect(desk.getByText(/居民说没有解决，已重新打开/)).toBeVisible();
    await expect(await row(desk, "文化馆的书法班")).toContainText("居民说未解决");

    await shen.writes("前台说名额早就满了");
    await expect(desk.getByRole("log")).toContainText("前台说名额早就满了");
    await expect(desk.getByRole("log").getByText("新的来信")).toHaveCount(0);
  } finally {
    await askAfter(supervisor, 30);
  }

  await supervisor.goto("/closings");
  await expect(supervisor.getByRole("heading", { level: 1, name: "抽查结束（不回复）" })).toBeVisible();
  await expectAccessible(supervisor, "closings");
  const resident = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await resident.goto(new URL(`/rate/${"a".repeat(43)}`, supervisor.url()).href);
  await expect(resident.getByRole("heading", { name: "打不开这个链接" })).toBeVisible();
  await expectAccessible(resident, "a link of nobody");
});
