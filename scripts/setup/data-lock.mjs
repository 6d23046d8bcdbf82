import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Halt, storageHalt } from "./halt.mjs";
import { takeLock } from "./lock.mjs";
import { readRun } from "./run-record.mjs";
import { beforeEnd } from "./shutdown.mjs";

const FILE = "jida.lock";
const COMMAND_PATIENCE = 60_000;

/**
 * Takes a data folder for a desk, which runs for long. A command that is using it ends soon and is waited for; a desk is not.
 * @param {string} dataFolder
 */
export async function lockForDesk(dataFolder) {
  const lock = await retry(dataFolder, "desk", (holder) => holder.purpose === "command");
  if ("release" in lock) return release(lock);
  const url = readRun(dataFolder)?.url;
  const place = url ? `${dataFolder}，${url}` : dataFolder;
  throw new Halt(
    `即答已在运行（${place}，进程 ${lock.holder.pid}）`,
    `Jida is already running there (${url ?? dataFolder}, process ${lock.holder.pid})`,
  );
}

/**
 * Takes a data folder for a short command, or says that a desk runs on it.
 * @param {string} dataFolder
 * @returns {Promise<"taken" | "desk">}
 */
export async function lockForCommand(dataFolder) {
  const lock = await retry(dataFolder, "command", (holder) => holder.purpose === "command");
  if (!("release" in lock)) return "desk";
  release(lock);
  return "taken";
}

/**
 * @param {string} dataFolder
 * @param {string} purpose
 * @param {(holder: import("./lock.mjs").Holder) => boolean} worthWaiting
 */
async function retry(dataFolder, purpose, worthWaiting) {
  const until = Date.now() + COMMAND_PATIENCE;
  for (;;) {
    const lock = await takeLock(path.join(dataFolder, FILE), purpose).catch((error) => {
      throw storageHalt(error, dataFolder);
    });
    if ("release" in lock || !worthWaiting(lock.holder) || Date.now() > until) return lock;
    await sleep(100);
  }
}

/** @param {{ release: () => void }} lock */
function release(lock) {
  beforeEnd(() => lock.release());
}
