import { rmSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./setup/build.mjs";
import { runChecks } from "./setup/checks.mjs";
import { ensureChromium } from "./setup/chromium.mjs";
import { command } from "./setup/command.mjs";
import { Halt } from "./setup/halt.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { readJson } from "./setup/json-file.mjs";
import { findFreePort } from "./setup/ports.mjs";
import { checkDrift, ensureGenerated } from "./setup/prisma.mjs";
import { say } from "./setup/progress.mjs";
import { program, root } from "./setup/root.mjs";
import { runAloud } from "./setup/run.mjs";
import { openScratchServer } from "./setup/scratch-server.mjs";
import { countPlaywright, countVitest, summary } from "./setup/test-results.mjs";

const TEMPLATE = "jida_template";
// These databases are thrown away: nothing need survive a power cut.
const FAST = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

// Browser tests wait more than they work: two desks side by side keep two cores busy.
const DESKS = ["desk-1", "desk-2"];

/** @type {import("./setup/test-results.mjs").Counts[]} */
const counts = [];

// `npm test`: every stage in turn, up to the first that fails. The last line counts the tests.
await command(async () => {
  const failure = await runStages().catch((error) => error);
  if (failure instanceof Error) {
    process.stderr.write(`${failure instanceof Halt ? failure.message : failure.stack}\n`);
    if (counts.every((count) => count.failed === 0)) counts.push({ passed: 0, failed: 1, skipped: 0 });
  }
  console.log(summary(counts));
  return failure ? 1 : 0;
});

async function runStages() {
  await ensureInstalled({ development: true });
  const chromium = await ensureChromium();
  await ensureGenerated();
  await runChecks();

  say("测试数据库", "the test database");
  const postgres = await openScratchServer("server", { database: TEMPLATE, settings: FAST });
  await checkDrift(postgres.url(TEMPLATE));
  await ensureBuilt({ ...process.env, DATABASE_URL: postgres.url(TEMPLATE), AUTH_SECRET: "-".repeat(32) });

  const env = { ...process.env, TEST_DATABASE_URL: postgres.url("postgres"), CHROMIUM_PATH: chromium };
  say("单元与集成测试", "vitest");
  await testWith(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", "--outputFile.json=.test/vitest.json"],
    ".test/vitest.json",
    env,
    countVitest,
  );

  say("浏览器测试", "playwright");
  const desks = await Promise.allSettled(DESKS.map((desk, index) => testDesk(desk, `${index + 1}/${DESKS.length}`, env)));
  for (const desk of desks) if (desk.status === "rejected") throw desk.reason;
}

/**
 * A share of the browser tests, against a desk of its own.
 * @param {string} desk
 * @param {string} share as Playwright's --shard takes it
 * @param {import("./setup/settings.mjs").Variables} env
 */
async function testDesk(desk, share, env) {
  const own = { ...env, E2E_DESK: desk, E2E_PORT: String(await findFreePort()), E2E_SANDBOX_PORT: String(await findFreePort()) };
  await testWith("playwright", ["test", `--shard=${share}`], `.test/${desk}.json`, own, countPlaywright);
}

/**
 * @param {"vitest" | "playwright"} runner
 * @param {string[]} words
 * @param {string} report
 * @param {import("./setup/settings.mjs").Variables} env
 * @param {(report: any) => import("./setup/test-results.mjs").Counts} count
 */
async function testWith(runner, words, report, env, count) {
  const file = path.join(root, report);
  rmSync(file, { force: true });
  const code = await runAloud([program(runner), ...words], { env });
  const counted = readJson(file);
  if (counted) counts.push(count(counted));
  if (code !== 0) throw new Halt(`${runner} 未通过`, `${runner} did not pass`);
}
