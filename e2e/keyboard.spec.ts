import { expect, type Locator, type Page } from "@playwright/test";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

const composerOf = (desk: Page) => desk.getByRole("textbox", { name: "回复正文" });
const taken = (desk: Page) => desk.getByRole("button", { name: "撤回" });

/** A key event as a browser sends it that Playwright can't press: another layout's, or an input method's. */
async function dispatch(at: Locator, type: string, init: Record<string, unknown> = {}): Promise<void> {
  await at.evaluate(
    (element, [name, more]) => {
      const Kind = String(name).startsWith("composition") ? CompositionEvent : KeyboardEvent;
      element.dispatchEvent(new Kind(String(name), { bubbles: true, cancelable: true, ...(more as object) }));
    },
    [type, init] as const,
  );
}

/** Chooses something in the settings and waits until the desk has kept it. */
async function keeps(desk: Page, choose: () => Promise<void>): Promise<void> {
  const kept = desk.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await choose();
  await kept;
}

async function opened(desk: Page, words: string): Promise<Locator> {
  await (await row(desk, words)).click();
  await expect(desk.getByRole("log")).toContainText(words);
  return composerOf(desk);
}

test("the map shows every command with its key, and gives the focus back", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await desk.keyboard.press("?");
  const map = desk.getByRole("dialog", { name: "快捷键" });
  await expect(map).toContainText("写内部备注");
  await expect(map.getByRole("heading", { name: "视图" })).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(map).toHaveCount(0);
  // What a Chinese layout types in place of the key.
  await dispatch(desk.locator("body"), "keydown", { key: "？", code: "Slash", shiftKey: true });
  await expect(map).toBeVisible();
});

test("keys are given by pressing them: a conflict is named, the browser's are refused, one or all are reset", async ({ browser }) => {
  const desk = await signIn(browser, "he");
  await desk.goto("/settings/keyboard");
  const reply = desk.getByRole("listitem").filter({ hasText: "写回复" }).filter({ hasNotText: "打开" });
  const change = reply.getByRole("button", { name: /^改键/ });
  await change.focus();
  await desk.keyboard.press("Enter");
  await desk.keyboard.press("Control+t");
  await expect(reply.getByRole("status")).toContainText("浏览器");
  await keeps(desk, () => desk.keyboard.press("Shift+y"));
  await expect(reply.getByRole("status")).toContainText("Shift+Y");
  await expect(change).toBeFocused();

  const snooze = desk.getByRole("listitem").filter({ hasText: "稍后处理" });
  await snooze.getByRole("button", { name: /^改键/ }).click();
  await desk.keyboard.press("e");
  await expect(snooze.getByRole("status")).toContainText("E 已经是“结束（不回复）”的键");
  await keeps(desk, () => snooze.getByRole("button", { name: /就没有键/ }).click());
  await expect(desk.getByRole("listitem").filter({ hasText: "结束（不回复）" })).toContainText("未设");

  await desk.goto("/inbox");
  await expect(desk.locator("[data-connection=live]")).toBeAttached();
  await desk.keyboard.press("?");
  await expect(desk.getByRole("dialog")).toContainText("未设");
  await desk.keyboard.press("Escape");

  await desk.goto("/settings/keyboard");
  await keeps(desk, () => desk.getByRole("button", { name: "全部恢复默认" }).click());
  await expect(desk.getByRole("listitem").filter({ hasText: "未设" })).toHaveCount(0);
});

test("the officer's own key acts, the standing one does not", async ({ browser }) => {
  const desk = await signIn(browser, "zhao");
  const shi = await Resident.arrive(browser, "石先生");
  await shi.writes("图书馆几点关门");
  await desk.goto("/settings/keyboard");
  const reply = desk.getByRole("listitem").filter({ hasText: "写回复" }).filter({ hasNotText: "打开" });
  await reply.getByRole("button", { name: /^改键/ }).click();
  await keeps(desk, () => desk.keyboard.press("y"));
  await expect(reply.getByRole("status")).toContainText("Y");
  await desk.goto("/inbox");
  await expect(desk.locator("[data-connection=live]")).toBeAttached();
  const composer = await opened(desk, "图书馆几点关门");
  await desk.keyboard.press("r");
  await expect(composer).not.toBeFocused();
  await desk.keyboard.press("y");
  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue("");
  await desk.goto("/settings/keyboard");
  await keeps(desk, () => desk.getByRole("button", { name: "恢复默认键：写回复", exact: true }).click());
});

test("switched off, single keys do nothing, on the next page neither", async ({ browser }) => {
  const desk = await signIn(browser, "admin");
  await desk.goto("/settings/keyboard");
  const single = desk.getByRole("switch", { name: /单键快捷键/ });
  await keeps(desk, () => single.press("Space"));
  await expect(single).not.toBeChecked();
  await desk.goto("/inbox");
  await expect(desk.locator("[data-connection=live]")).toBeAttached();
  await desk.keyboard.press("?");
  await desk.keyboard.press("j");
  await expect(desk.getByRole("dialog")).toHaveCount(0);
  await expect(desk).toHaveURL(/\/inbox$/);
  await desk.goto("/settings/keyboard");
  await keeps(desk, () => single.press("Space"));
});

test("Enter sends where the officer wants it so, and never one that belongs to an input method", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const yao = await Resident.arrive(browser, "姚女士");
  await yao.writes("游泳馆要不要预约");
  await desk.goto("/settings/keyboard");
  await keeps(desk, () => desk.getByRole("switch", { name: /按 Enter 发送/ }).press("Space"));
  await desk.goto("/inbox");
  await expect(desk.locator("[data-connection=live]")).toBeAttached();
  const composer = await opened(desk, "游泳馆要不要预约");
  await composer.fill("不用");
  const input = await desk.context().newCDPSession(desk);
  const enter = { key: "Enter", code: "Enter" };

  // Chromium's order: the key comes while the composition still runs.
  await input.send("Input.imeSetComposition", { text: "yuyue", selectionStart: 5, selectionEnd: 5 });
  await desk.keyboard.press("Enter");
  await input.send("Input.insertText", { text: "预约" });
  // Safari's: the composition has ended when the key comes, as 229 or as itself.
  await dispatch(composer, "compositionstart");
  await dispatch(composer, "compositionend", { data: "预约" });
  await dispatch(composer, "keydown", { ...enter, keyCode: 229 });
  await dispatch(composer, "compositionstart");
  await composer.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "预约" }));
    element.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key: "Enter", code: "Enter", keyCode: 13 }));
  });
  await expect(composer).toHaveValue(/预约/);
  await expect(taken(desk)).toHaveCount(0);

  await composer.press("Shift+Enter");
  await expect(composer).toHaveValue(/\n/);
  await composer.fill("不用预约，周一闭馆。");
  await composer.press("Enter");
  await expect(taken(desk).first()).toBeVisible();
  await expect.poll(() => yao.heard("不用预约，周一闭馆。"), { timeout: 15_000 }).toBe(1);
  await desk.goto("/settings/keyboard");
  await keeps(desk, () => desk.getByRole("switch", { name: /按 Enter 发送/ }).press("Space"));
  await expect(desk.getByRole("switch", { name: /按 Enter 发送/ })).not.toBeChecked();
});

test("a composing input method gets every key to itself, single ones and those with Ctrl", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const pan = await Resident.arrive(browser, "潘女士");
  await pan.writes("社保卡丢了怎么补办");
  const composer = await opened(desk, "社保卡丢了");
  const here = desk.url();
  const body = desk.locator("body");
  for (const sign of [{ isComposing: true }, { keyCode: 229 }]) {
    await dispatch(body, "keydown", { key: "j", code: "KeyJ", ...sign });
    await dispatch(body, "keydown", { key: "?", code: "Slash", ...sign });
    await dispatch(composer, "keydown", { key: "k", code: "KeyK", ctrlKey: true, ...sign });
  }
  await composer.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "补办" }));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key: "?", code: "Slash" }));
  });
  await expect(desk.getByRole("dialog")).toHaveCount(0);
  await expect(desk).toHaveURL(here);
  // The same key, a moment after the input method is done.
  await expect(async () => {
    await dispatch(body, "keydown", { key: "?", code: "Slash" });
    await expect(desk.getByRole("dialog", { name: "快捷键" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("in the palette and the search an Enter that belongs to an input method chooses nothing", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  const shao = await Resident.arrive(browser, "邵先生");
  await shao.writes("南湖路什么时候修好");
  const input = await desk.context().newCDPSession(desk);
  const enter = { key: "Enter", code: "Enter" };

  await desk.keyboard.press("Control+k");
  const palette = desk.getByRole("dialog", { name: "查找一切" });
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await input.send("Input.imeSetComposition", { text: "kuaijie", selectionStart: 7, selectionEnd: 7 });
  await desk.keyboard.press("Enter");
  await input.send("Input.insertText", { text: "显示快捷键" });
  await expect(palette.getByRole("option", { name: "显示快捷键 ?" })).toBeVisible();
  await dispatch(field, "compositionstart");
  await dispatch(field, "compositionend", { data: "快捷键" });
  await dispatch(field, "keydown", { ...enter, keyCode: 229 });
  await field.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "快捷键" }));
    element.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key: "Enter", code: "Enter", keyCode: 13 }));
  });
  await expect(palette).toBeVisible();
  await expect(desk.getByRole("dialog", { name: "快捷键" })).toHaveCount(0);
  await expect(async () => {
    await field.press("Enter");
    await expect(desk.getByRole("dialog", { name: "快捷键" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await desk.keyboard.press("Escape");

  await desk.keyboard.press("/");
  const search = desk.getByRole("textbox", { name: /^搜索/ });
  await expect(search).toBeFocused();
  await input.send("Input.imeSetComposition", { text: "nanhu", selectionStart: 5, selectionEnd: 5 });
  await desk.keyboard.press("Enter");
  await input.send("Input.insertText", { text: "南湖路" });
  await expect(desk).toHaveURL(/[?&]q=/);
  await expect(desk.getByText("南湖路").first()).toBeVisible();
  await search.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "南湖路" }));
    element.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key: "Enter", code: "Enter", keyCode: 13 }));
  });
  await expect(desk).toHaveURL(/\/inbox\?/);
  // A moment later Enter is Enter again.
  await expect(async () => {
    await search.press("Enter");
    await expect(desk).toHaveURL(/\/inbox\/[0-9a-f-]{36}\?/, { timeout: 1_000 });
  }).toPass();
});
