import { rmSync } from "node:fs";
import path from "node:path";
import { readJson, writeJson } from "./json-file.mjs";
import { isAlive, signalProcess, waitUntilGone } from "./processes.mjs";

/**
 * What a running desk writes down, for commands beside it and for a start after a kill -9.
 * @typedef {{ ready: boolean, url: string, children: (import("./processes.mjs").Identity & { name: string })[] }} RunRecord
 */

/**
 * @param {string} dataFolder
 * @returns {RunRecord | undefined}
 */
export function readRun(dataFolder) {
  return readJson(file(dataFolder));
}

/**
 * @param {string} dataFolder
 * @param {RunRecord} record
 */
export function writeRun(dataFolder, record) {
  writeJson(file(dataFolder), record);
}

/** @param {string} dataFolder */
export function forgetRun(dataFolder) {
  rmSync(file(dataFolder), { force: true });
}

/**
 * Ends what a killed run left behind, and nothing else: a process counts only if it also began when the record says.
 * The caller holds the folder's lock.
 * @param {string} dataFolder
 */
export async function endLeftovers(dataFolder) {
  const left = (readRun(dataFolder)?.children ?? []).filter(isAlive);
  for (const child of left) signalProcess(-child.pid, "SIGTERM");
  await Promise.all(
    left.map(async (child) => {
      if (await waitUntilGone(child, 3000)) return;
      signalProcess(-child.pid, "SIGKILL");
      await waitUntilGone(child, 1000);
    }),
  );
  forgetRun(dataFolder);
}

/** @param {string} dataFolder */
function file(dataFolder) {
  return path.join(dataFolder, "run.json");
}
