import { rmSync } from "node:fs";
import path from "node:path";
import { prepareDataFolder } from "./data-folder.mjs";
import { ensureDatabase, withClient } from "./database.mjs";
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
  await takeFolder(dataFolder);
  rmSync(dataFolder, { recursive: true, force: true });
  prepareDataFolder(dataFolder);

  const postgres = await startPostgres({ dataFolder, settings });
  beforeEnd(() => postgres.stop(0));
  await ensureDatabase(postgres, database);
  await migrate(postgres.url(database));
  return postgres;
}

/**
 * The same under `.data`, where databases whose names begin with `kept_` stay from run to run; no other does.
 * @param {string} name of its folder
 * @param {{ database: string }} options
 * @returns {Promise<import("./postgres.mjs").Postgres>}
 */
export async function openKeptServer(name, { database }) {
  const dataFolder = path.join(root, ".data", name);
  await takeFolder(dataFolder);

  const postgres = await startPostgres({ dataFolder });
  beforeEnd(() => postgres.stop());
  await withClient(postgres.url("postgres"), async (client) => {
    const { rows } = await client.query(
      `SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' AND datname NOT LIKE 'kept\\_%'`,
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${client.escapeIdentifier(datname)}`);
  });
  await ensureDatabase(postgres, database);
  await migrate(postgres.url(database));
  return postgres;
}

/** @param {string} dataFolder */
async function takeFolder(dataFolder) {
  prepareDataFolder(dataFolder);
  await lock(`${dataFolder}.lock`);
  const left = findPostmaster(path.join(dataFolder, "pg"));
  if (left) await stopPostmaster(left.identity, 0);
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
