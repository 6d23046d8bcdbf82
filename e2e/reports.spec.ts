import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

test("a number opens into as many rows as it says, and goes home as a file", async ({ browser }) => {
  const desk = await signIn(browser, "he");
  await desk.goto("/reports?period=thisMonth");
  await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(desk, "a report");

  const line = desk.getByRole("region", { name: "件数与单列" }).getByRole("link").first();
  const count = Number(((await line.textContent()) ?? "").replaceAll(",", ""));
  await line.click();
  await expect(desk.getByRole("heading", { level: 1 })).toContainText(`：${count.toLocaleString("en")} 件`);
  await expectAccessible(desk, "the rows behind a number");

  const download = desk.waitForEvent("download");
  await desk.getByRole("link", { name: "CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^诉求 明细 .*\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text.trimEnd().split("\r\n")).toHaveLength(count + 1);
});
