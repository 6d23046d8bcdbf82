import { defineConfig } from "vitest/config";

/** These set the environment before anything reads it, or break what all share. */
const ALONE = [
  "app/api/wechat/[[]account[]]/until-stored.test.ts",
  "lib/error-codes.test.ts",
  "lib/events/feed-epoch.test.ts",
  "lib/log.test.ts",
  "lib/web/every-door.test.ts",
  "lib/jobs/{access-token,ask-ratings,deliver-alarms,deliver-replies,fetch-media,keep-menus,send-notices,send-weekly-reports}.test.ts",
  "scripts/**/*.test.ts",
];

const shared = {
  setupFiles: ["prisma/testing-environment.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    globalSetup: ["prisma/testing-databases.ts"],
    pool: "forks",
    // One more than the cores of a small machine: many tests wait for a process, a lock or the clock.
    maxWorkers: 3,
    projects: [
      // What most tests cost is starting: a process, the imports, a database. These share them, a worker at a time.
      {
        extends: true,
        test: {
          ...shared,
          name: "together",
          isolate: false,
          include: ["{app,components,lib,locales,prisma,sandbox}/**/*.test.{ts,tsx}"],
          exclude: ALONE,
        },
      },
      { extends: true, test: { ...shared, name: "alone", include: ALONE } },
    ],
  },
});
