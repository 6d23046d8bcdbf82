import { test as base } from "@playwright/test";

/** Every test leaves the browser as it found it: windows that stayed open would follow the desk's news to the end of the run. */
export const test = base.extend<{ leavesNoWindowOpen: undefined }>({
  leavesNoWindowOpen: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
