import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./errors.mjs";
import { isAlive, ownIdentity } from "./processes.mjs";

/**
 * Takes a lock file for this process, or says who holds it. A lock whose holder is no longer alive (kill -9, power cut) is
 * taken over.
 * @param {string} file
 * @param {string} purpose what the holder is doing, for others to read
 * @returns {Promise<{ release: () => void } | { holder: Holder }>}
 * @typedef {import("./processes.mjs").Identity & { purpose: string }} Holder
 */
export async function takeLock(file, purpose) {
  const own = { ...ownIdentity(), purpose };
  const content = JSON.stringify(own);
  for (;;) {
    if (placeLock(file, content)) {
      return {
        release: () => readLock(file) === content && rmSync(file, { force: true }),
      };
    }
    const found = readLock(file);
    if (found === undefined) continue;
    const holder = parse(found);
    if (holder && isAlive(holder)) return { holder };
    removeStale(file, found);
    // Another starter may be removing the same stale lock: let it finish before the next try.
    await sleep(20 + Math.random() * 80);
  }
}

/**
 * @param {string} file
 * @param {string} content
 */
function placeLock(file, content) {
  const draft = `${file}.${process.pid}.${crypto.randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o644 });
  try {
    // A link appears whole or not at all, and never replaces one that is there.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} stale what the lock held when it was judged
 */
function removeStale(file, stale) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const taken = readLock(aside);
  if (taken !== undefined && taken !== stale) placeLock(file, taken);
  rmSync(aside, { force: true });
}

/** @param {string} file */
function readLock(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * @param {string} content
 * @returns {Holder | undefined}
 */
function parse(content) {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
