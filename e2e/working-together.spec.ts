import { expect } from "@playwright/test";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

test("two officers answer at once: one reply goes out, the other officer keeps the text and sees what is new", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  const jiang = await Resident.arrive(browser, "蒋小姐");
  await jiang.writes("办居住证要带什么材料");
  for (const officer of [lin, zhao]) await (await row(officer, "办居住证要带")).click();
  await zhao.getByRole("textbox", { name: "回复正文" }).fill("带身份证和租房合同。");
  await lin.getByRole("textbox", { name: "回复正文" }).fill("带身份证、租房合同，到派出所办理。");
  await lin.keyboard.press("Control+Enter");
  await expect(zhao.getByRole("log")).toContainText("到派出所办理");
  await zhao.getByRole("textbox", { name: "回复正文" }).press("Control+Enter");
  await expect(zhao.getByText(/来信有更新/).first()).toBeVisible();
  await expect(zhao.getByRole("textbox", { name: "回复正文" })).toHaveValue("带身份证和租房合同。");
  await expect(lin.getByText(/已送达微信/).last()).toBeVisible({ timeout: 15_000 });
  expect((await jiang.chat()).filter((line) => line.via === "customer")).toHaveLength(1);
});

test("new rows wait behind a bar; danger says so and stands on top; 非紧急 sends it back among the clocks", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await expect(desk.getByText("连接正常")).toBeAttached();
  const meng = await Resident.arrive(browser, "孟先生");
  await meng.writes("六号楼着火了快来人");
  await expect(meng.sees(/119/)).toBeVisible();
  const bar = desk.getByRole("button", { name: /新 \d+ 条，含紧急/ });
  await expect(bar).toBeVisible();
  await bar.click();
  const row = desk.locator("a[data-thread]").filter({ hasText: "六号楼着火了" });
  await expect(row).toContainText("紧急");
  await row.click();
  await desk.getByRole("button", { name: "非紧急" }).click();
  await expect(row).not.toContainText("紧急");
});

test("claimed by a colleague shows at once; closing asks for a reason and can be undone", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  const du = await Resident.arrive(browser, "杜女士");
  await du.writes("我发错了不用管");
  const [mine, theirs] = [await row(lin, "我发错了不用管"), await row(zhao, "我发错了不用管")];
  await mine.click();
  await lin.getByRole("button", { name: "我来答" }).click();
  await expect(theirs).toContainText("林在答");
  await lin.getByRole("button", { name: "结束（不回复）" }).click();
  await lin.getByRole("menuitem", { name: "居民已撤回" }).click();
  await expect(theirs).toContainText("已结束");
  await lin.getByRole("button", { name: "撤销" }).click();
  await expect(theirs).not.toContainText("已结束");
});
