import { expect } from "@playwright/test";
import { fault, Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

test("a send that WeChat took but never confirmed is shown as unknown and not repeated", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const luo = await Resident.arrive(browser, "罗阿姨");
  await luo.writes("西山巷的变压器整晚嗡嗡响");
  await fault(desk, { api: "custom/send", openid: luo.openid, kind: "reset-after", times: 1 });
  await (await row(desk, "西山巷的变压器整晚嗡嗡响")).click();
  await desk.getByRole("textbox", { name: "回复正文" }).fill("已派人抢修，两小时内恢复。");
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByRole("log").getByText("结果未知").last()).toBeVisible({ timeout: 20_000 });
  expect(await luo.heard("已派人抢修，两小时内恢复。")).toBe(1);
});

test("what WeChat refuses is shown with its reason, and its text can be sent again", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const qian = await Resident.arrive(browser, "钱女士");
  await qian.writes("垃圾车太吵了怎么办");
  await fault(desk, { api: "custom/send", openid: qian.openid, kind: "errcode", errcode: 48001, times: 1 });
  await (await row(desk, "垃圾车太吵了")).click();
  await desk.getByRole("textbox", { name: "回复正文" }).fill("已请环卫改到七点以后。");
  await desk.keyboard.press("Control+Enter");
  await expect(
    desk
      .getByRole("log")
      .getByText(/发送失败/)
      .last(),
  ).toBeVisible({ timeout: 20_000 });
  await desk.getByRole("button", { name: "取回文字再发" }).click();
  await desk.getByRole("textbox", { name: "回复正文" }).press("Control+Enter");
  await expect.poll(() => qian.heard("已请环卫改到七点以后。"), { timeout: 20_000 }).toBe(1);
});

test("a busy WeChat is tried again by itself, and the resident hears once", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const xu = await Resident.arrive(browser, "徐先生");
  await xu.writes("不动产大厅周六上班吗");
  await fault(desk, { api: "custom/send", openid: xu.openid, kind: "errcode", errcode: -1, times: 2 });
  await (await row(desk, "不动产大厅周六")).click();
  await desk.getByRole("textbox", { name: "回复正文" }).fill("周六上午上班。");
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByText(/已送达微信/).last()).toBeVisible({ timeout: 20_000 });
  expect(await xu.heard("周六上午上班。")).toBe(1);
});
