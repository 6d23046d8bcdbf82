import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { openForm, signIn } from "./support/people";
import { test } from "./support/test";

test("a text is written with a preview; a variable that nobody can fill is named", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  await lin.goto("/settings/quick-replies");
  await expectAccessible(lin, "the list");
  await lin.getByRole("link", { name: "新建" }).click();
  await expect(lin.getByRole("textbox", { name: "标题" })).toBeFocused();
  await lin.keyboard.type("井盖松动");
  await lin.keyboard.press("Tab");
  await lin.keyboard.type("您好，{姓名}");
  await expect(lin.getByText("没有这样的变量：{姓名}")).toBeVisible();
  await expect(lin.getByRole("button", { name: "保存" })).toBeDisabled();
  await lin.getByRole("textbox", { name: "正文" }).fill("");
  await lin.getByRole("button", { name: "{称呼}" }).click();
  await lin.keyboard.type("好，井盖已请市政当天来修。");
  await expect(lin.getByRole("region", { name: "居民会看到" })).toContainText("邢女士好，井盖已请市政当天来修。");
  await expect(lin.getByRole("checkbox")).toBeDisabled();
  await lin.getByRole("button", { name: "保存" }).click();
  await expect(lin.getByRole("heading", { name: "井盖松动" })).toBeVisible();
  await expect(lin.getByRole("textbox", { name: "标题" })).toBeFocused();
});

test("a text is changed and restored", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  await openForm(lin, "/settings/quick-replies/new");
  await lin.getByRole("textbox", { name: "标题" }).fill("雨棚漏水");
  await lin.getByRole("textbox", { name: "正文" }).fill("{称呼}好，雨棚已请物业当天来修。");
  await lin.getByRole("button", { name: "保存" }).click();
  await expect(lin.getByRole("heading", { name: "雨棚漏水" })).toBeVisible();

  await lin.getByRole("textbox", { name: "正文" }).fill("{称呼}好，雨棚已请物业三天内来修。");
  await lin.getByRole("button", { name: "保存" }).click();
  await expect(lin.getByText("版本 2")).toBeVisible();
  await expect(lin.locator("del").first()).toContainText("当");
  await expectAccessible(lin, "one text with its versions");
  await lin.getByRole("button", { name: "恢复第 1 版" }).click();
  await expect(lin.getByText("版本 3")).toBeVisible();
  await expect(lin.getByRole("textbox", { name: "正文" })).toHaveValue("{称呼}好，雨棚已请物业当天来修。");
});

test("a text is found by its initials and archived", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  await openForm(lin, "/settings/quick-replies/new");
  await lin.getByRole("textbox", { name: "标题" }).fill("树枝断落");
  await lin.getByRole("textbox", { name: "正文" }).fill("您好，园林今天来清理。");
  await lin.getByRole("button", { name: "保存" }).click();
  await expect(lin.getByRole("heading", { name: "树枝断落" })).toBeVisible();
  await lin.getByRole("link", { name: "常用语", exact: true }).click();
  await lin.getByRole("searchbox", { name: "查找常用语" }).fill("szdl");
  await expect(lin.getByRole("row").filter({ hasText: "树枝断落" })).toContainText("第 1 版");
  await lin.getByRole("link", { name: "树枝断落" }).click();
  await lin.getByRole("button", { name: "停用" }).click();
  await lin.getByRole("button", { name: "确定停用" }).click();
  await expect(lin.getByRole("searchbox", { name: "查找常用语" })).toBeFocused();
  await expect(lin.getByRole("link", { name: "树枝断落" })).toHaveCount(0);
});

test("two supervisors at once: the later one sees both texts and decides", async ({ browser }) => {
  const [he, admin] = [await signIn(browser, "he"), await signIn(browser, "admin")];
  await openForm(he, "/settings/quick-replies/new");
  await he.getByRole("textbox", { name: "标题" }).fill("暖气不热");
  await he.getByRole("textbox", { name: "正文" }).fill("您好，热力公司今天上门。");
  await he.getByRole("checkbox").check();
  await he.getByRole("button", { name: "保存" }).click();
  await he.waitForURL(/quick-replies\/[0-9a-f-]{36}/);
  await openForm(admin, he.url());
  await admin.getByRole("textbox", { name: "正文" }).fill("您好，热力公司今天十点上门。");
  await he.getByRole("textbox", { name: "正文" }).fill("您好，热力公司明天上门。");
  await he.getByRole("button", { name: "保存" }).click();
  await expect(he.getByText("版本 2")).toBeVisible();
  await admin.getByRole("button", { name: "保存" }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "同事刚刚改过" })).toBeVisible();
  await expect(admin.getByRole("region", { name: "同事的新内容与您写的相比" })).toBeVisible();
  await expect(admin.getByRole("textbox", { name: "正文" })).toHaveValue("您好，热力公司今天十点上门。");
  await admin.getByRole("button", { name: "看过了，存为第 3 版" }).click();
  await expect(admin.getByText("版本 3")).toBeVisible();
});

test("a shared one of somebody else can be read, not changed", async ({ browser }) => {
  const lin = await signIn(browser, "lin");
  await lin.goto("/settings/quick-replies");
  await lin.getByRole("link", { name: "停水怎么办" }).click();
  await expect(lin.getByText("由何负责；您可以使用，不能修改。")).toBeVisible();
  await expect(lin.getByRole("button", { name: "停用" })).toHaveCount(0);
  await expect(lin.getByRole("button", { name: /恢复/ })).toHaveCount(0);
});

test("on a phone nothing is cut off", async ({ browser }) => {
  const lin = await signIn(browser, "lin", { viewport: { width: 390, height: 844 } });
  for (const place of ["/settings/quick-replies", "/settings/quick-replies/new"]) {
    await lin.goto(place);
    await expect(lin.getByRole("main")).toBeVisible();
    expect(await lin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
