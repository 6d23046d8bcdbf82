import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { open, signIn } from "./support/people";
import { test } from "./support/test";

const LOOKS = [
  { locale: "zh-CN", theme: "light" },
  { locale: "en", theme: "dark" },
] as const;

for (const { locale, theme } of LOOKS) {
  test(`sign-in and narrow screens, ${locale} ${theme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const desk = await signedIn(browser, locale, theme, "he");
    await desk.goto("/password");
    await expectAccessible(desk, "the password");
    await desk.goto("/second-factor");
    await expectAccessible(desk, "the second factor");
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
    await desk.context().clearCookies({ name: /session/ });
    await desk.goto("/sign-in");
    await expect(desk.locator("input[autocomplete=current-password]")).toBeVisible();
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
