import { expect } from "@playwright/test";
import { signIn } from "./support/people";
import { test } from "./support/test";

/** Far enough ahead that no other journey meets it. */
const NEXT_YEAR = new Date().getFullYear() + 1;

test("a supervisor plans duty hours by keyboard, sees when a message of a Saturday would be due, and withdraws them", async ({
  browser,
}) => {
  const desk = await signIn(browser, "he");
  await desk.goto("/settings/calendar");
  await desk.getByRole("button", { name: "工作日 8:30–12:00 13:30–17:30" }).focus();
  await desk.keyboard.press("Enter");
  const friday = desk.getByRole("textbox", { name: "周五第 2 段结束" });
  await friday.focus();
  await desk.keyboard.press("Control+a");
  await desk.keyboard.type("1300");
  await desk.keyboard.press("Tab");
  await expect(friday).toHaveValue("13:00");
  await expect(desk.getByText("结束要晚于开始。")).toBeVisible();
  await expect(desk.getByText("先改好上面标出的问题，再试算。")).toBeVisible();
  await friday.fill("17:00");

  // The first Saturday of a March.
  const saturday = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(NEXT_YEAR, 2, day + 1))).find((day) => day.getUTCDay() === 6);
  await desk.getByLabel("收到时间").fill(`${saturday?.toISOString().slice(0, 10)}T10:00`);
  await expect(desk.getByText(/^首次回应最迟 .*周一.*09:00$/)).toBeVisible();
  await expect(desk.getByText(/不在值班时间；值班 .*周一.*08:30 开始，\+30 分钟/)).toBeVisible();

  await desk.getByLabel("生效的日期和时间").fill(`${NEXT_YEAR}-06-01T00:00`);
  await desk.getByRole("button", { name: "保存", exact: true }).focus();
  await desk.keyboard.press("Enter");
  await expect(desk.getByText("已保存，到时生效。")).toBeVisible();
  const planned = desk.getByRole("listitem").filter({ hasText: "已排定" });
  await expect(planned).toContainText("周五改为08:30–12:00、13:30–17:00");
  await planned.getByRole("button", { name: /^撤掉/ }).focus();
  await desk.keyboard.press("Enter");
  await expect(planned).toHaveCount(0);

  const lin = await signIn(browser, "lin");
  await lin.goto("/settings/calendar");
  await expect(lin.getByText("由带班领导或管理员修改。").first()).toBeVisible();
  await expect(lin.getByRole("button", { name: "保存" })).toHaveCount(0);
});
