import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { storageHalt } from "./halt.mjs";
import { takeLock } from "./lock.mjs";
import { say } from "./progress.mjs";

/**
 * Does work that changes the checkout itself (packages, generated code, the build), one process at a time, whatever data
 * folder each of them serves.
 * @template Result
 * @param {string} folder the checkout
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withSetupLock(folder, work) {
  const file = path.join(folder, ".data/setup.lock");
  let told = false;
  for (;;) {
    const lock = await place(file, folder);
    if ("release" in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (!told) say("另一个进程正在准备，请稍候", "another process is setting up, waiting for it");
    told = true;
    await sleep(200);
  }
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function place(file, folder) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    return await takeLock(file, "setup");
  } catch (error) {
    throw storageHalt(error, folder);
  }
}
