import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { Resident, row, signIn } from "./support/people";
import { test } from "./support/test";

const field = (page: Page) => page.getByRole("textbox", { name: "回复正文" });
const list = (page: Page) => page.getByRole("listbox", { name: "常用语" });
const chosen = (page: Page) => page.getByRole("option", { selected: true });

/** An officer on the thread of a resident who has just written. */
async function answering(browser: Parameters<typeof signIn>[0], name: string, words: string): Promise<Page> {
  const desk = await signIn(browser, "lin");
  const resident = await Resident.arrive(browser, name);
  await resident.writes(words);
  await (await row(desk, words)).click();
  await expect(field(desk)).toBeVisible();
  return desk;
}

test("；and initials find a text, Enter inserts it filled in, Ctrl+Z takes it back, Esc leaves the text", async ({ browser }) => {
  const desk = await answering(browser, "曲先生", "建设大街路灯三天不亮了");
  await desk.keyboard.press(";");
  await expect(field(desk)).toBeFocused();
  await expect(list(desk)).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(list(desk)).toHaveCount(0);
  await expect(field(desk)).toHaveValue("");

  await desk.keyboard.type("收到。;ldbl");
  await expect(chosen(desk)).toContainText("路灯不亮");
  await expect(field(desk)).toHaveAttribute("aria-activedescendant", (await chosen(desk).getAttribute("id")) ?? "");
  await expectAccessible(desk, "the list of quick replies");
  await desk.keyboard.press("Enter");
  await expect(list(desk)).toHaveCount(0);
  await expect(field(desk)).toHaveValue(/^收到。您好，路灯的事已报给市政，编号\d{8}-[0-9A-F]{4}。/);
  await expect(field(desk)).toBeFocused();
  await desk.keyboard.press("Control+z");
  await expect(field(desk)).toHaveValue("收到。;ldbl");

  await field(desk).fill("");
  await desk.keyboard.type("水压低; 明天");
  await expect(list(desk)).toHaveCount(0);
  await field(desk).fill("");
  await desk.keyboard.type("；zzzz");
  await expect(desk.getByRole("status").filter({ hasText: "没有匹配的常用语" })).toBeVisible();
  await desk.keyboard.press("Enter");
  await expect(field(desk)).toHaveValue("；zzzz\n");
});

test("arrows choose, the choice is shown filled in, Tab inserts; the most used stand first", async ({ browser }) => {
  const desk = await answering(browser, "向女士", "请问7路公交现在怎么走");
  await desk.getByRole("button", { name: "常用语" }).click();
  await expect(chosen(desk)).toContainText("已转办，先告知");
  await expect(field(desk)).toBeFocused();
  await expect(field(desk)).toHaveAttribute("aria-activedescendant", /./);
  await desk.keyboard.press("ArrowDown");
  await expect(chosen(desk)).toContainText("请补充地点");
  await desk.keyboard.press("ArrowUp");
  await desk.keyboard.press("ArrowUp");
  await desk.keyboard.type("公交");
  await expect(chosen(desk)).toContainText("待复核");
  await expect(desk.getByText("您好，请告诉我从哪里到哪里")).toBeVisible();
  await desk.keyboard.press("Tab");
  await expect(field(desk)).toHaveValue(/^您好，请告诉我从哪里到哪里/);
});

test("while an input method composes, its letters and its Enter are its own", async ({ browser }) => {
  const desk = await answering(browser, "凌先生", "停水两天了没有人管");
  await field(desk).focus();
  await desk.keyboard.type("；");
  await expect(list(desk)).toBeVisible();
  const all = await list(desk).getByRole("option").count();
  const input = await desk.context().newCDPSession(desk);
  await input.send("Input.imeSetComposition", { text: "ting", selectionStart: 4, selectionEnd: 4 });
  await expect(field(desk)).toHaveValue("；ting");
  await expect(list(desk).getByRole("option")).toHaveCount(all);
  await input.send("Input.insertText", { text: "停水" });
  await expect(list(desk).getByRole("option")).not.toHaveCount(all);
  await expect(chosen(desk)).toContainText("停水怎么办");
  await expect(field(desk)).toHaveValue("；停水");
  // No finger is as quick as this: a key within fifty milliseconds belongs to the composition that it ended.
  await desk.waitForTimeout(100);
  await desk.keyboard.press("Enter");
  await expect(field(desk)).toHaveValue(/^您好，正在向水务公司核实/);

  await field(desk).fill("");
  await desk.keyboard.type("；");
  await expect(list(desk)).toBeVisible();
  await input.send("Input.imeSetComposition", { text: "ting", selectionStart: 4, selectionEnd: 4 });
  await desk.keyboard.press("Enter");
  await expect(field(desk)).toHaveValue(/^；ting/);
});
