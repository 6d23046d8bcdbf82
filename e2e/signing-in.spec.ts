import { expect } from "@playwright/test";
import { desk } from "./support/desk";
import { signIn } from "./support/people";
import { test } from "./support/test";

test("without a session every page leads to the sign-in and back, and the stream and reads are closed", async ({ page }) => {
  await page.goto("/inbox?view=mine");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  for (const path of ["/api/events", "/api/inbox/counts", "/api/v1/questions"]) expect((await page.request.get(path)).status()).toBe(401);
  await page.locator("input[autocomplete=username]").fill("lin");
  await page.locator("input[autocomplete=current-password]").fill("wrong password");
  await page.keyboard.press("Enter");
  await expect(page.getByText("登录名或密码不对")).toBeVisible();
  await page.locator("input[autocomplete=current-password]").fill(desk.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/inbox\?view=mine/);
});

test("next= never leads to another site", async ({ page }) => {
  await page.goto("/sign-in?next=https://example.com/");
  await page.locator("input[autocomplete=username]").fill("lin");
  await page.locator("input[autocomplete=current-password]").fill(desk.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${desk.url}/inbox`);
});

test("signed out means out: a copied cookie is worth nothing", async ({ browser }) => {
  const page = await signIn(browser, "he");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: /何/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.context().addCookies(cookies);
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("pages carry a policy without inline script", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const response = await page.goto("/sign-in");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(errors).toEqual([]);
});
