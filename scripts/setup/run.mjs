import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { diskFull, Halt } from "./halt.mjs";
import { identityOf, signalProcess, waitUntilGone } from "./processes.mjs";
import { root } from "./root.mjs";
import { beforeEnd, isEnding } from "./shutdown.mjs";

const LEASH = pathToFileURL(path.join(root, "scripts/setup/leash.mjs")).href;

/**
 * Starts a Node program in a process group of its own, so that a Ctrl-C reaches only us and we end it in order. It ends by
 * itself when we are killed.
 * @param {string[]} words program and arguments
 * @param {{ env?: import("./settings.mjs").Variables | undefined, cwd?: string | undefined, stdio?: (number | "ignore" | "inherit" | "pipe")[] }} [options]
 */
export function spawnNode(words, { env = process.env, cwd = root, stdio = ["ignore", "pipe", "pipe"] } = {}) {
  return spawn(process.execPath, ["--import", LEASH, ...words], {
    cwd,
    env: /** @type {NodeJS.ProcessEnv} */ (/** @type {unknown} */ ({ ...env, JIDA_LEASH_HOLDER: String(process.pid) })),
    detached: true,
    stdio: [...stdio, "pipe"],
  });
}

/**
 * Runs a Node program to its end and returns its exit code; what it prints goes where ours goes.
 * @param {string[]} words
 * @param {{ env: import("./settings.mjs").Variables, input?: "ignore" | "inherit" }} options
 * @returns {Promise<number>}
 */
export async function runAloud(words, { env, input = "ignore" }) {
  return finish(spawnNode(words, { env, stdio: [input, "inherit", "inherit"] }));
}

/**
 * Runs a Node program quietly. Its output is shown only when it fails, and then the command halts.
 * @param {string[]} words
 * @param {{ env?: import("./settings.mjs").Variables, cwd?: string, chinese: string, english: string, explain?: (output: string) => Halt | undefined }} options
 *   the step's name in both languages, and what known failures mean
 * @returns {Promise<string>} what it printed
 */
export async function runQuietly(words, { env, cwd, chinese, english, explain }) {
  const child = spawnNode(words, { env, cwd });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (text) => {
      output += text;
    });
  }
  const code = await finish(child);
  if (code === 0) return output;
  if (/ENOSPC|No space left on device/i.test(output)) throw diskFull(cwd ?? root);
  const known = explain?.(output);
  if (known) throw known;
  if (!isEnding()) process.stderr.write(`${output.trimEnd()}\n`);
  throw new Halt(`${chinese}失败，原因见上`, `${english} failed, the reason stands above`);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
function finish(child) {
  const forget = beforeEnd((now) => endGroup(child, now ? 0 : 3000));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
}

/**
 * Ends a program and everything in its process group.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} patience milliseconds between the request and the force
 */
export async function endGroup(child, patience) {
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  if (!identity) return;
  if (patience > 0) {
    signalProcess(-identity.pid, "SIGTERM");
    await waitUntilGone(identity, patience);
  }
  signalProcess(-identity.pid, "SIGKILL");
  await waitUntilGone(identity, 1000);
}
