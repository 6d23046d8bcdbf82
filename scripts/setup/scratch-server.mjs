import { rmSync } from "node:fs";
import path from "node:path";
import { prepareDataFolder } from "./data-folder.mjs";
import { ensureDatabase } from "./database.mjs";
import { Halt } from "./halt.mjs";
import { takeLock } from "./lock.mjs";
import { startPostgres } from "./postgres.mjs";
import { findPostmaster, stopPostmaster } from "./postmaster.mjs";
import { migrate } from "./prisma.mjs";
import { root } from "./root.mjs";
import { beforeEnd } from "./shutdown.mjs";

/**
 * A PostgreSQL of its own under `.test`, empty at each run and stopped at our end, with one migrated database.
 * @param {string} name of its folder
 * @param {{ database: string, settings?: string[] }} options
 * @returns {Promise<import("./postgres.mjs").Postgres>}
 */
export async function openScratchServer(name, { database, settings = [] }) {
  const dataFolder = path.join(root, ".test", name);
  prepareDataFolder(dataFolder);
  await lock(`${dataFolder}.lock`);
  const left = findPostmaster(path.join(dataFolder, "pg"));
  if (left) await stopPostmaster(left.identity, 0);
  rmSync(dataFolder, { recursive: true, force: true });
  prepareDataFolder(dataFolder);

  const postgres = await startPostgres({ dataFolder, settings });
  beforeEnd(() => postgres.stop(0));
  await ensureDatabase(postgres, database);
  await migrate(postgres.url(database));
  return postgres;
}

/** @param {string} file */
async function lock(file) {
  const lock = await takeLock(file, "scratch");
  if ("release" in lock) {
    beforeEnd(() => lock.release());
    return;
  }
  throw new Halt(`同一命令已在运行（进程 ${lock.holder.pid}）`, `the same command is already running (process ${lock.holder.pid})`);
}
