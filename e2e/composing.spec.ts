import { expect } from "@playwright/test";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

test("keys that belong to an input method never send, and single keys do nothing while one types", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const huang = await Resident.arrive(browser, "黄先生");
  await huang.writes("文化馆的二胡班还收学员吗");
  await (await row(desk, "二胡班")).click();
  const composer = desk.getByRole("textbox", { name: "回复正文" });
  await composer.fill("已");
  const input = await desk.context().newCDPSession(desk);
  await input.send("Input.imeSetComposition", { text: "xiufu", selectionStart: 5, selectionEnd: 5 });
  await desk.keyboard.press("Control+Enter");
  await expect(desk.getByRole("button", { name: "撤回" })).toHaveCount(0);
  await input.send("Input.insertText", { text: "修复" });
  await expect(composer).toHaveValue("已修复");
  await composer.press("Enter");
  await composer.press("j");
  await expect(composer).toHaveValue("已修复\nj");
  await expect(desk.getByRole("button", { name: "撤回" })).toHaveCount(0);
});

test("the queue by keyboard: J, K, R, ? and Esc", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await desk.keyboard.press("j");
  await expect(desk).toHaveURL(/\/inbox\/[0-9a-f-]{36}/);
  const first = desk.url();
  await desk.keyboard.press("j");
  await expect(desk).not.toHaveURL(first);
  await desk.keyboard.press("k");
  await expect(desk).toHaveURL(first);
  await desk.keyboard.press("r");
  await expect(desk.getByRole("textbox", { name: "回复正文" })).toBeFocused();
  await desk.getByRole("textbox", { name: "回复正文" }).blur();
  await desk.keyboard.press("?");
  await expect(desk.getByRole("dialog")).toContainText("快捷键");
  await desk.keyboard.press("Escape");
  await expect(desk.getByRole("dialog")).toHaveCount(0);
});

test("a half-written reply survives a reload", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await desk.keyboard.press("j");
  await desk.getByRole("textbox", { name: "回复正文" }).fill("写到一半");
  await desk.reload();
  await expect(desk.getByRole("textbox", { name: "回复正文" })).toHaveValue("写到一半");
});
