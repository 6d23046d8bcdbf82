import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { desk as address } from "./support/desk";
import { openForm, Resident, signIn } from "./support/people";
import { test } from "./support/test";

test("a wall is opened once by its link, shows numbers and no words, reaches nothing else, and goes dark when it is revoked", async ({
  browser,
}) => {
  const he = await signIn(browser, "he");
  await openForm(he, "/settings/boards");
  await he.getByRole("textbox", { name: "挂在哪里" }).fill("三楼大屏");
  await he.getByRole("button", { name: "生成链接" }).click();
  const link = await he.getByRole("textbox", { name: /三楼大屏/ }).inputValue();

  const screen = await browser.newContext({ baseURL: address.url, viewport: { width: 1920, height: 1080 } });
  const wall = await screen.newPage();
  await wall.goto(link.replace("/open#", "/open?lang=en#"));
  await expect(wall).toHaveURL(`${address.url}/board?lang=en`);
  await expect(wall.getByText("● Live", { exact: true })).toBeVisible();
  await expectAccessible(wall, "the board, en dark");
  await wall.goto("/board?theme=light");
  await expect(wall.getByText("● 实时", { exact: true })).toBeVisible();
  await expectAccessible(wall, "the board, zh-CN light");
  expect(await wall.evaluate(() => document.cookie)).not.toContain("board");

  const asked = wall.locator("dl", { hasText: "来信" }).locator("dd").first();
  const before = Number(await asked.textContent());
  const resident = await Resident.arrive(browser, "看板前的吕女士");
  await resident.writes("我叫吕秋萍，楼道里的灯坏了三天");
  await expect(asked).toHaveText(String(before + 1));
  const told = await screen.request.get("/board/now");
  expect(told.status()).toBe(200);
  expect(await told.text()).not.toMatch(/吕|楼道|三天/);

  for (const path of ["/inbox", "/settings/boards", "/clusters"]) {
    await wall.goto(path);
    await expect(wall).toHaveURL(/\/sign-in/);
  }
  const secret = link.slice(link.indexOf("#") + 1);
  for (const path of ["/api/inbox/counts", "/api/events", "/api/v1/questions"]) {
    const answer = await screen.request.get(path, { headers: { authorization: `Bearer ${secret}` } });
    expect(answer.status(), path).toBe(401);
  }

  await wall.goto("/board");
  await he.getByRole("button", { name: "已存好，收起" }).click();
  await he.getByRole("button", { name: /撤销 三楼大屏/ }).click();
  await he.getByRole("button", { name: /确定撤销/ }).click();
  await expect(wall.getByRole("heading", { name: "这块看板已停用" })).toBeVisible();
  await screen.close();
});
