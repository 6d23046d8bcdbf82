import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { codeOf } from "./errors.mjs";
import { identityOf, signalProcess, waitUntilGone } from "./processes.mjs";

/**
 * A running PostgreSQL as its postmaster.pid describes it: process on line 1, port on line 4, state on line 8.
 * @typedef {{ identity: import("./processes.mjs").Identity, port: number, ready: boolean }} Postmaster
 */

/**
 * The PostgreSQL that serves a cluster, or undefined. A pid file left by one that was killed counts as none.
 * @param {string} cluster
 * @returns {Postmaster | undefined}
 */
export function findPostmaster(cluster) {
  const lines = pidFileLines(cluster);
  const identity = identityOf(Number(lines[0]));
  if (!identity || !servesCluster(identity.pid, cluster)) return undefined;
  return {
    identity,
    port: Number(lines[3]),
    ready: lines[7]?.trim() === "ready",
  };
}

/**
 * A stale pid file whose number now belongs to a stranger would keep PostgreSQL from starting.
 * @param {string} cluster
 */
export function removeStalePidFile(cluster) {
  if (!findPostmaster(cluster)) rmSync(path.join(cluster, "postmaster.pid"), { force: true });
}

/**
 * Stops PostgreSQL: open sessions are ended and the cluster is left tidy; when the patience is over, at once (the next
 * start then replays the journal).
 * @param {import("./processes.mjs").Identity} identity
 * @param {number} patience milliseconds
 */
export async function stopPostmaster(identity, patience) {
  signalProcess(identity.pid, "SIGINT");
  if (await waitUntilGone(identity, patience)) return;
  signalProcess(identity.pid, "SIGQUIT");
  if (await waitUntilGone(identity, 3000)) return;
  signalProcess(identity.pid, "SIGKILL");
  await waitUntilGone(identity, 1000);
}

/** @param {string} cluster */
function pidFileLines(cluster) {
  try {
    return readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/**
 * A postmaster works in its cluster's folder. Where that cannot be seen, the pid file is believed.
 * @param {number} pid
 * @param {string} cluster
 */
function servesCluster(pid, cluster) {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch (error) {
    return codeOf(error) === "EACCES";
  }
}
