import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

// What keeps time in a desk, its database, web and worker, is started under libfaketime, each told what time it is by then: they agree
// to within a second. Whoever starts and waits for them goes by the real clock, so that its patience is real.
const KEEPS_TIME = /\bpostgres\b|\bnext\b|worker\.ts/;
const { spawn } = childProcess;
const { library = "", speed = 1, realStart = 0, fastStart = 0 } = JSON.parse(process.env.FASTER_CLOCK ?? "{}");
const isFast = process.env.FAKETIME !== undefined;

/**
 * @param {string} program
 * @param {readonly string[]} words
 * @param {import("node:child_process").SpawnOptions} [options]
 */
function spawnInTime(program, words, options = {}) {
  const { LD_PRELOAD: _, FAKETIME: __, ...env } = options.env ?? process.env;
  const own = { ...env, NODE_OPTIONS: process.env.NODE_OPTIONS, FASTER_CLOCK: process.env.FASTER_CLOCK };
  const keepsTime = KEEPS_TIME.test([program, ...words].join(" "));
  return spawn(program, words, { ...options, env: keepsTime ? { ...own, ...fastClock() } : own });
}

function fastClock() {
  const now = isFast ? Date.now() : fastStart + (Date.now() - realStart) * speed;
  return { LD_PRELOAD: library, FAKETIME: `@${new Date(now).toISOString().slice(0, 19).replace("T", " ")} x${speed}`, TZ: "UTC" };
}

childProcess.spawn = /** @type {typeof spawn} */ (spawnInTime);
syncBuiltinESMExports();
