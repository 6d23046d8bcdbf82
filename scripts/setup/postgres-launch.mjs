import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { diskFull, Halt, storageHalt } from "./halt.mjs";
import { bareEnvironment } from "./postgres-programs.mjs";
import { findPostmaster } from "./postmaster.mjs";

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "shared_buffers=256MB",
  "fsync=on",
  "synchronous_commit=on",
  "timezone=UTC",
  "log_timezone=UTC",
  "lc_messages=C",
];

/**
 * Starts the server and waits until it accepts connections (after a crash, until the journal is replayed). Resolves to the
 * process, or to what it logged when it did not come up.
 * @param {{ dataFolder: string, cluster: string, program: string, port: number, settings: string[],
 *   account: import("./postgres-account.mjs").Account }} options
 * @returns {Promise<{ identity: import("./processes.mjs").Identity } | { log: string }>}
 */
export async function launchPostgres({ dataFolder, cluster, program, port, settings, account }) {
  const logFile = path.join(dataFolder, "logs/postgres.log");
  const log = openLog(logFile);
  const { size } = fstatSync(log);
  const [first = "", ...rest] = account.wrap([
    program,
    ...["-D", cluster, "-p", String(port)],
    ...[...SETTINGS, ...settings].flatMap((setting) => ["-c", setting]),
  ]);
  const child = spawn(first, rest, {
    ...account.spawn,
    cwd: "/",
    detached: true,
    env: bareEnvironment(),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });

  while (!ended) {
    const postmaster = findPostmaster(cluster);
    if (postmaster?.ready && postmaster.identity.pid === child.pid) return { identity: postmaster.identity };
    await sleep(20);
  }
  return { log: readFileSync(logFile).subarray(size).toString("utf8") };
}

/**
 * @param {string} log what PostgreSQL said
 * @param {string} dataFolder
 */
export function startFailure(log, dataFolder) {
  if (log.includes("No space left on device")) return diskFull(dataFolder);
  const reason = /(?:FATAL|PANIC):\s*(.+)/.exec(log)?.[1] ?? log.trim().split("\n").at(-1) ?? "";
  const where = path.join(dataFolder, "logs/postgres.log");
  return new Halt(`PostgreSQL 无法启动：${reason}（见 ${where}）`, `PostgreSQL did not start: ${reason} (see ${where})`);
}

/** @param {string} file */
function openLog(file) {
  try {
    return openSync(file, "a", 0o600);
  } catch (error) {
    throw storageHalt(error, file);
  }
}
