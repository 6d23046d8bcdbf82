import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

// Under libfaketime each process begins its own time where FAKETIME says. Whoever starts another here tells it what time it is by now,
// so that the parts of a desk, its database too, agree to within a second.
const { spawn } = childProcess;
const speed = process.env.FAKETIME?.split(" x")[1] ?? "1";

/**
 * @param {string} program
 * @param {readonly string[]} words
 * @param {import("node:child_process").SpawnOptions} [options]
 */
function spawnAtThisTime(program, words, options = {}) {
  const env = { ...(options.env ?? process.env), LD_PRELOAD: process.env.LD_PRELOAD, NODE_OPTIONS: process.env.NODE_OPTIONS, TZ: "UTC" };
  const now = new Date().toISOString().slice(0, 19).replace("T", " ");
  return spawn(program, words, { ...options, env: { ...env, FAKETIME: `@${now} x${speed}` } });
}

childProcess.spawn = /** @type {typeof spawn} */ (spawnAtThisTime);
syncBuiltinESMExports();
