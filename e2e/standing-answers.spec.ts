import { expect, type Page } from "@playwright/test";
import { desk } from "./support/desk";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

/** How each of the six is asked for, and what its answer begins with. */
const SIX = [
  ["1", "【常备答复】区内新闻"],
  ["２", "【常备答复】天气"],
  ["三", "【常备答复】热点问题"],
  ["4.", "【常备答复】热线电话"],
  ["按5", "【常备答复】基本信息"],
  ["6", "【常备答复】办事服务"],
] as const;

/** The sandbox as told, at one of its control addresses. */
async function sandbox(page: Page, address: "settings" | "feeds", data: Record<string, string>) {
  expect((await page.request.post(`${desk.phonesUrl}/sandbox/${address}`, { data })).ok()).toBe(true);
}

/** What the account said last on a phone. */
async function lastAnswer(resident: Resident): Promise<string> {
  return (await resident.chat()).findLast(({ from }) => from === "account")?.text ?? "";
}

for (const mode of ["safe", "plain"])
  test(`six numbers, a tap on the menu, a source that is lost, and a person behind 0, while WeChat pushes in its ${mode} mode`, async ({
    browser,
  }) => {
    test.slow();
    const keeper = await signIn(browser, "he");
    await sandbox(keeper, "settings", { mode });
    try {
      const resident = await Resident.arrive(browser, "董先生");
      for (const [typed, answer] of SIX) {
        await resident.writes(typed);
        await expect(resident.sees(answer)).toBeVisible();
        expect(await lastAnswer(resident)).toMatch(/来源：.+\n没答到？回复0找值班员。$/);
      }
      await resident.page.getByRole("button", { name: "区情办事" }).click();
      await resident.page.getByRole("button", { name: "基本信息" }).click();
      await expect(async () => expect(await lastAnswer(resident)).toMatch(/^【常备答复】基本信息/)).toPass();
      await resident.writes("天气");
      const fresh = /^【常备答复】天气\n曹妃甸区现在.+\n截至\d+日\d\d:00，来源：区气象局。/s;
      await expect(async () => expect(await lastAnswer(resident)).toMatch(fresh)).toPass();
      const before = await lastAnswer(resident);

      await keeper.goto("/standing-answers");
      await keeper.getByRole("link", { name: "天气", exact: true }).click();
      const fetchNow = keeper.getByRole("button", { name: "现在取一次" });
      await sandbox(keeper, "feeds", { weather: "http-500" });
      await fetchNow.click();
      await expect(keeper.getByText("对方报错")).toBeVisible();
      await resident.writes("天气？");
      expect(await lastAnswer(resident)).toBe(before);

      await sandbox(keeper, "feeds", { weather: "old" });
      await expect(fetchNow).toBeEnabled();
      await fetchNow.click();
      await expect(keeper.getByText("已过时", { exact: true })).toBeVisible();
      await expect(async () => {
        await resident.writes("2");
        expect(await lastAnswer(resident)).toMatch(/数据截至.+，可能已过时，来源：区气象局。/);
      }).toPass();

      const officer = await signIn(browser, "lin");
      await resident.writes("0");
      await expect(resident.sees(/已请值班员来答/)).toBeVisible();
      await resident.writes("滨海湿地观鸟台今晚风有几级");
      await (await row(officer, "滨海湿地观鸟台")).click();
      await expect(officer.getByRole("log")).toContainText("可能已过时");
      await officer.getByRole("textbox", { name: "回复正文" }).fill("您好，今晚6级，观鸟台18:00关闭，请改日来。");
      await officer.keyboard.press("Control+Enter");
      await expect(resident.sees("您好，今晚6级，观鸟台18:00关闭，请改日来。")).toBeVisible({ timeout: 30_000 });
    } finally {
      await sandbox(keeper, "settings", { mode: "safe" });
      await sandbox(keeper, "feeds", { weather: "none" });
    }
    await keeper.getByRole("button", { name: "现在取一次" }).click();
    await expect(keeper.getByText("已过时", { exact: true })).toBeHidden();
  });
