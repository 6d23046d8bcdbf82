import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

const panel = (page: Page) => page.getByRole("complementary", { name: "相关情况" });
const field = (page: Page) => page.getByRole("textbox", { name: "回复正文" });

test("remark and tags are written in place and reach a colleague's screen", async ({ browser }) => {
  const [lin, zhao] = [await signIn(browser, "lin"), await signIn(browser, "zhao")];
  const resident = await Resident.arrive(browser, "邱女士");
  await resident.writes("幼儿园门口的井盖松了");
  for (const officer of [lin, zhao]) await (await row(officer, "幼儿园门口的井盖松了")).click();

  await panel(lin).getByRole("button", { name: "修改备注" }).click();
  await expect(panel(lin).getByRole("textbox", { name: "备注" })).toBeFocused();
  await lin.keyboard.type("邱女士，幼儿园家长");
  await lin.keyboard.press("Enter");
  await expect(panel(lin).getByRole("button", { name: "修改备注" })).toBeFocused();
  await expect(panel(zhao)).toContainText("邱女士，幼儿园家长");

  await panel(lin).getByRole("button", { name: "修改标签" }).click();
  await expect(panel(lin).getByRole("textbox", { name: "新标签" })).toBeFocused();
  await lin.keyboard.type("家长");
  await lin.keyboard.press("Enter");
  await expect(panel(lin).getByRole("button", { name: "去掉标签“家长”" })).toBeVisible();
  await lin.keyboard.type("热心");
  await lin.keyboard.press("Enter");
  await expect(panel(zhao).getByRole("listitem").filter({ hasText: "热心" })).toBeVisible();
  await panel(lin).getByRole("button", { name: "去掉标签“家长”" }).click();
  await expect(panel(zhao).getByRole("listitem").filter({ hasText: "家长" })).toHaveCount(0);
  await expect(panel(lin).getByRole("textbox", { name: "新标签" })).toBeFocused();
  await lin.keyboard.press("Escape");
  await expect(panel(lin).getByRole("button", { name: "修改标签" })).toBeFocused();
});

test("the last answers go into the reply by a button, also out of a note and from the drawer", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  const resident = await Resident.arrive(browser, "卓先生");
  await resident.writes("公园几点关门");
  await (await row(lin, "公园几点关门")).click();
  await field(lin).fill("您好，公园晚上九点关门。");
  await lin.keyboard.press("Control+Enter");
  await expect(lin.getByText(/已送达微信/).last()).toBeVisible({ timeout: 15_000 });

  const insert = panel(lin).getByRole("button", { name: /^插入这条答复（林/ });
  await insert.click();
  await expect(field(lin)).toHaveValue("您好，公园晚上九点关门。");
  await expect(field(lin)).toBeFocused();
  await lin.keyboard.press("Control+z");
  await expect(field(lin)).toHaveValue("");

  await lin.getByRole("radio", { name: "内部备注" }).check({ force: true });
  await insert.click();
  await expect(field(lin)).toHaveValue("您好，公园晚上九点关门。");
  await field(lin).fill("");

  await lin.setViewportSize({ width: 1024, height: 768 });
  await lin.getByRole("button", { name: "相关", exact: true }).click();
  await lin
    .getByRole("dialog")
    .getByRole("button", { name: /^插入这条答复（林/ })
    .click();
  await expect(lin.getByRole("dialog")).toHaveCount(0);
  await expect(field(lin)).toHaveValue("您好，公园晚上九点关门。");
  await expect(field(lin)).toBeFocused();
});

test("internal notes stand in the panel and lead to their place in the thread", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  const resident = await Resident.arrive(browser, "岑先生");
  await resident.writes("电梯又停了");
  await (await row(lin, "电梯又停了")).click();
  await lin.getByRole("radio", { name: "内部备注" }).check({ force: true });
  await lin.getByRole("textbox", { name: /备注/ }).last().fill("物业说下午来修");
  await lin.keyboard.press("Control+Enter");
  const note = panel(lin).getByRole("button", { name: /物业说下午来修/ });
  await note.click();
  await expect(lin.locator("[id^=note-]").filter({ hasText: "物业说下午来修" })).toBeFocused();

  await panel(lin).getByRole("button", { name: "修改标签" }).click();
  await expect(panel(lin).getByRole("textbox", { name: "新标签" })).toBeFocused();
  await expectAccessible(lin, "notes in the panel and tags being changed");
});
