import { defineConfig } from "@playwright/test";
import { desk } from "./e2e/support/desk";

const asRoot = process.getuid?.() === 0;
const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export default defineConfig({
  testDir: "e2e",
  outputDir: desk.resultsFolder,
  workers: 1,
  fullyParallel: false,
  retries: 0,
  // Generous, because a machine may be busy: what is measured is measured by the benchmarks.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: desk.report }]],
  use: {
    browserName: "chromium",
    baseURL: desk.url,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // A trace costs a fifth of the time; whoever hunts a failure asks for one with --trace on.
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: asRoot ? [...quiet, "--no-sandbox"] : quiet,
    },
  },
  webServer: {
    command: "exec node e2e/support/serve.mjs",
    url: `${desk.url}/api/health`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      PORT: new URL(desk.url).port,
      SANDBOX_PORT: new URL(desk.phonesUrl).port,
      // By a name, because browsers bind passkeys to one.
      JIDA_BASE_URL: desk.url.replace("127.0.0.1", "localhost"),
      JIDA_DATA_DIR: desk.dataFolder,
      JIDA_DEMO_PASSWORD: desk.password,
    },
  },
});
