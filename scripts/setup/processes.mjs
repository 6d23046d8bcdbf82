import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./errors.mjs";

/**
 * A process told apart from a later one with the same number.
 * @typedef {{ pid: number, startedAt: string }} Identity
 */

/** @returns {Identity} */
export function ownIdentity() {
  return identityOf(process.pid) ?? { pid: process.pid, startedAt: "" };
}

/**
 * The process of this number, or undefined when there is none (one that has ended and only waits to be collected is none).
 * @param {number} pid
 * @returns {Identity | undefined}
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  const startedAt = process.platform === "linux" ? startOnLinux(pid) : startByPs(pid);
  return startedAt ? { pid, startedAt } : undefined;
}

/** @param {Identity} identity */
export function isAlive(identity) {
  return identityOf(identity.pid)?.startedAt === identity.startedAt;
}

/**
 * Resolves to true as soon as the process is gone, to false when the time is up.
 * @param {Identity} identity
 * @param {number} milliseconds
 */
export async function waitUntilGone(identity, milliseconds) {
  const until = Date.now() + milliseconds;
  while (isAlive(identity)) {
    if (Date.now() >= until) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Sends a signal; a process that is no longer there is no error.
 * @param {number} pid negative for a process group
 * @param {NodeJS.Signals} signal
 */
export function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes(String(codeOf(error)))) throw error;
  }
}

/** @param {number} pid */
function startOnLinux(pid) {
  try {
    // The name, in parentheses, may itself hold spaces; state is the first field after it, the start time the twentieth.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function startByPs(pid) {
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
    encoding: "utf8",
  });
  return stdout?.trim() || undefined;
}
