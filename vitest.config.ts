import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["{app,components,lib,locales,prisma,sandbox,scripts}/**/*.test.{ts,tsx}"],
    setupFiles: ["prisma/testing-environment.ts"],
    pool: "forks",
    // One more than the cores of a small machine: many tests wait for a process, a lock or the clock.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
