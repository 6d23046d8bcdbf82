import { closeSync, openSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createDeathRegister, giveUp } from "./death-register.mjs";
import { identityOf, signalProcess } from "./processes.mjs";
import { say } from "./progress.mjs";
import { endGroup, spawnNode } from "./run.mjs";
import { isEnding } from "./shutdown.mjs";

const PATIENCE = 3500;
const LARGE_LOG_BYTES = 20 * 1024 * 1024;

/**
 * A part of the desk: a Node program and its environment. `aloud` shows its output instead of writing it to a log.
 * @typedef {{ name: string, words: string[], env: import("./settings.mjs").Variables, aloud?: boolean }} Part
 */

/**
 * Keeps the parts of a desk running: one that dies is started again, later each time; five deaths within a minute end
 * everything.
 * @param {{ dataFolder: string, onChange: (children: import("./run-record.mjs").RunRecord["children"]) => void }} options
 */
export function createSupervisor({ dataFolder, onChange }) {
  /** @type {Map<string, import("node:child_process").ChildProcess>} */
  const children = new Map();
  const report = () => onChange([...children].flatMap(([name, child]) => identified(name, child)));

  /** @param {Part} part */
  function launch(part, deaths = createDeathRegister()) {
    const child = spawnPart(part, dataFolder);
    children.set(part.name, child);
    report();
    child.once("error", () => {});
    child.once("exit", async (code, signal) => {
      if (isEnding()) return;
      if (child.pid) signalProcess(-child.pid, "SIGKILL");
      const recent = deaths.add();
      const where = path.join(dataFolder, `logs/${part.name}.log`);
      say(`${part.name} 已退出（${signal ?? code}），见 ${where}`, `${part.name} ended (${signal ?? code}), see ${where}`);
      if (deaths.areTooMany()) return giveUp(part.name);
      await sleep(250 * 2 ** recent);
      if (!isEnding()) launch(part, deaths);
    });
  }

  return {
    /** @param {Part} part */
    start: (part) => launch(part),
    /** @param {boolean} now */
    stop: (now) => Promise.all([...children.values()].map((child) => endGroup(child, now ? 0 : PATIENCE))),
  };
}

/**
 * @param {Part} part
 * @param {string} dataFolder
 */
function spawnPart({ name, words, env, aloud }, dataFolder) {
  if (aloud) return spawnNode(words, { env, stdio: ["ignore", "inherit", "inherit"] });
  const file = path.join(dataFolder, `logs/${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_LOG_BYTES) renameSync(file, `${file}.1`);
  const log = openSync(file, "a", 0o600);
  try {
    return spawnNode(words, { env, stdio: ["ignore", log, log] });
  } finally {
    closeSync(log);
  }
}

/**
 * @param {string} name
 * @param {import("node:child_process").ChildProcess} child
 */
function identified(name, child) {
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  return identity ? [{ name, ...identity }] : [];
}
