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

test("a new officer chooses a password by a link, adds a passkey, and enters with it", async ({ browser }) => {
  // Browsers bind passkeys to a name, which the desk is known by.
  const baseURL = desk.url.replace("127.0.0.1", "localhost");
  const admin = await signIn(browser, "admin", { anew: true });
  await admin.goto("/settings/officers/new");
  await admin.getByLabel("登录名").fill("wang");
  await admin.getByLabel("姓名").fill("王");
  await admin.getByRole("button", { name: "添加并生成链接" }).click();
  const link = new URL(await admin.getByLabel("“王”设密码的链接").inputValue());
  await admin.context().close();

  const page = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  await page.goto(link.pathname + link.hash);
  await page.locator("input[autocomplete=new-password]").fill("a password of my own");
  await page.keyboard.press("Enter");
  const enters = async () => {
    await page.locator("input[autocomplete=username]").fill("wang");
    await page.locator("input[autocomplete=current-password]").fill("a password of my own");
    await page.keyboard.press("Enter");
  };
  await enters();
  await expect(page).toHaveURL(/\/inbox/);

  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const unlocked = { hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, ...unlocked },
  });
  await page.goto("/second-factor");
  await page.getByText("通行密钥", { exact: true }).click();
  await page.getByRole("button", { name: "创建通行密钥" }).click();
  await expect(page.getByText("恢复码只显示这一次")).toBeVisible();
  await page.context().clearCookies();

  await page.goto("/settings/security");
  await enters();
  await expect(page.getByLabel("恢复码")).toBeVisible();
  await page.getByRole("button", { name: "用通行密钥" }).click();
  await expect(page).toHaveURL(/\/settings\/security/);
  await expect(page.getByText("用密码和通行密钥登录")).toBeVisible();
});
