import { setTimeout as sleep } from "node:timers/promises";
import { checkServer, ensureDatabase } from "./database.mjs";
import { createDeathRegister, giveUp } from "./death-register.mjs";
import { Halt } from "./halt.mjs";
import { joinPostgres, startPostgres } from "./postgres.mjs";
import { say } from "./progress.mjs";
import { readRun } from "./run-record.mjs";
import { beforeEnd, isEnding } from "./shutdown.mjs";

const DATABASE = "jida";
const STOP_PATIENCE = 1200;
const DESK_START_PATIENCE = 120_000;

/**
 * The address of the desk's database: the caller's own server, checked, or the embedded one, kept running until we end.
 * @param {import("./settings.mjs").Settings} settings
 * @returns {Promise<string>}
 */
export async function openDeskDatabase({ databaseUrl, dataFolder }) {
  if (databaseUrl) {
    await checkServer(databaseUrl);
    return databaseUrl;
  }
  let postgres = await startPostgres({ dataFolder });
  beforeEnd((now) => postgres.stop(now ? 0 : STOP_PATIENCE));
  await ensureDatabase(postgres, DATABASE);

  const url = postgres.url(DATABASE);
  const restart = async () => {
    postgres = await startPostgres({ dataFolder });
    if (postgres.url(DATABASE) !== url) throw new Error(`port of ${url} was taken by another program`);
  };
  watch(() => postgres.isRunning(), restart);
  return url;
}

/**
 * The address of the database that a running desk has opened and migrated; one that is still starting is waited for.
 * @param {string} dataFolder
 * @returns {Promise<string>}
 */
export async function runningDeskDatabase(dataFolder) {
  const until = Date.now() + DESK_START_PATIENCE;
  while (Date.now() < until) {
    const postgres = readRun(dataFolder)?.ready ? await joinPostgres(dataFolder) : undefined;
    if (postgres) return postgres.url(DATABASE);
    await sleep(100);
  }
  throw new Halt("即答正在运行，但数据库没有应答", "Jida is running, but its database does not answer");
}

/**
 * @param {() => boolean} isRunning
 * @param {() => Promise<void>} restart
 */
async function watch(isRunning, restart) {
  const deaths = createDeathRegister();
  while (!isEnding()) {
    await sleep(500, undefined, { ref: false });
    if (isEnding() || isRunning()) continue;
    deaths.add();
    if (deaths.areTooMany()) return giveUp("PostgreSQL");
    say("PostgreSQL 已退出，正在重新启动", "PostgreSQL ended, starting it again");
    await restart().catch((error) => process.stderr.write(`${error.message}\n`));
  }
}
