import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { arrive, open, row, signIn } from "./support/people";

const LOOKS = [
  { locale: "zh-CN", theme: "light" },
  { locale: "en", theme: "dark" },
] as const;
const SETTINGS = ["keyboard", "notifications", "appearance", "quick-replies", "danger-words"];

for (const { locale, theme } of LOOKS) {
  test(`every state of the inbox, ${locale} ${theme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const desk = await signedIn(browser, locale, theme);
    const see = (state: string) => expectAccessible(desk, `${state}, ${locale} ${theme}`);
    const key = (name: string) => desk.keyboard.press(name);
    await arrive(desk, [`唐海路口${locale}的红绿灯坏了`, `唐海路口${locale}着火了`]);
    await open(desk, "/inbox");
    await see("no thread chosen");

    await (await row(desk, `唐海路口${locale}着火了`)).click();
    await expect(desk.locator("#thread h1")).toContainText("着火");
    await see("a danger");
    await (await row(desk, `唐海路口${locale}的红绿灯`)).click();
    await expect(desk.locator("#thread h1")).toContainText("红绿灯");
    await see("a thread");

    await key("r");
    await desk.keyboard.type(";");
    await expect(desk.getByRole("listbox")).toBeVisible();
    await see("quick replies");
    await key("Escape");
    await key("Escape");
    await key("n");
    await desk.keyboard.type("@");
    await expect(desk.getByRole("listbox")).toBeVisible();
    await see("a note that names a colleague");
    await key("Backspace");
    await key("Escape");
    await key("x");
    await expect(desk.getByRole("checkbox", { checked: true }).first()).toBeVisible();
    await see("rows chosen");
    await key("Escape");
    await key("s");
    await expect(desk.getByRole("menu")).toBeVisible();
    await see("a menu");
    await key("Escape");
    await key("?");
    await expect(desk.getByRole("dialog")).toBeVisible();
    await see("the keys");
    await key("Escape");
    await expect(desk.getByRole("dialog")).toHaveCount(0);
    await key("Control+k");
    await expect(desk.getByRole("dialog")).toBeVisible();
    await see("the palette");
    await key("Escape");
    await expect(desk.getByRole("dialog")).toHaveCount(0);

    for (const view of ["mine", "snoozed", "asked", "all"]) {
      await open(desk, `/inbox?view=${view}`);
      await see(`the view ${view}`);
    }
    await open(desk, "/inbox?q=%E5%94%90%E6%B5%B7");
    await expect(desk.locator("mark").first()).toBeVisible();
    await see("something found");
    await open(desk, "/inbox?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E5%8F%A5%E8%AF%9D");
    await see("nothing found");
    await desk.goto("/inbox/0198c0de-0000-7000-8000-00000000dead");
    await see("a thread that is not there");
    await desk.context().setOffline(true);
    await desk.evaluate(() => window.dispatchEvent(new Event("offline")));
    await see("offline");
  });

  test(`settings, sign-in and narrow screens, ${locale} ${theme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const desk = await signedIn(browser, locale, theme, "he");
    for (const page of SETTINGS) {
      await desk.goto(`/settings/${page}`);
      await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(desk, `settings ${page}, ${locale} ${theme}`);
    }
    await desk.goto("/password");
    await expectAccessible(desk, "the password");
    await desk.goto("/nowhere");
    await expectAccessible(desk, "a page that is not there");
    for (const [width, height] of [
      [390, 844],
      [1024, 768],
      [720, 450],
    ] as const) {
      await desk.setViewportSize({ width, height });
      await open(desk, "/inbox?view=all");
      await expectAccessible(desk, `the queue at ${width}`);
      await desk.locator("a[data-thread]").first().click();
      await expect(desk.locator("#thread h1")).toBeVisible();
      await expectAccessible(desk, `a thread at ${width}`);
      expect(
        await desk.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        `no sideways scrolling at ${width}`,
      ).toBe(true);
    }
    await desk.context().clearCookies({ name: "next-auth.session-token" });
    await desk.goto("/sign-in");
    await expectAccessible(desk, "the sign-in");
  });
}

async function signedIn(browser: Browser, locale: "zh-CN" | "en", theme: "light" | "dark", login = "lin"): Promise<Page> {
  const desk = await signIn(browser, login, { locale });
  await desk.context().addCookies([{ name: "jida-theme", value: theme, url: new URL(desk.url()).origin }]);
  await desk.reload();
  await expect(desk.locator("[data-connection=live]")).toBeAttached();
  return desk;
}
