import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { typescript } from "@/scripts/setup/parts.mjs";
import { findFreePort } from "@/scripts/setup/ports.mjs";
import { program, root } from "@/scripts/setup/root.mjs";
import { endGroup, spawnNode } from "@/scripts/setup/run.mjs";

export type Variables = Record<string, string | undefined>;
export type Server = { pid: number; port: number; stop: () => Promise<void> };

/** The production build of the desk's web part. */
export function startWeb(env: Variables): Promise<Server> {
  return startNext(root, env);
}

/** The production build of any Next application. */
export function startNext(folder: string, env: Variables): Promise<Server> {
  return start((port) => [program("next"), "start", "-p", String(port)], env, folder);
}

/** A TypeScript program that listens on PORT. `address`: its file: URL. */
export function startProgram(address: string, env: Variables): Promise<Server> {
  return start(() => typescript(fileURLToPath(address)), env, root);
}

/** The worker, which listens nowhere. */
export function startWorker(env: Variables): { pid: number; stop: () => Promise<void> } {
  const child = spawnProgram(typescript("lib/jobs/worker.ts"), env, root);
  return { pid: child.pid ?? 0, stop: () => endGroup(child, 3_000) };
}

async function start(words: (port: number) => string[], env: Variables, folder: string): Promise<Server> {
  const port = await findFreePort();
  const child = spawnProgram(words(port), { ...env, PORT: String(port) }, folder);
  await untilAnswering(port, () => child.exitCode !== null);
  return { pid: child.pid ?? 0, port, stop: () => endGroup(child, 3_000) };
}

function spawnProgram(words: string[], env: Variables, cwd: string) {
  const log = openSync(path.join(String(env.JIDA_DATA_DIR), "logs/bench.log"), "a", 0o600);
  const child = spawnNode(words, { env: { ...env, NODE_ENV: "production" }, cwd, stdio: ["ignore", log, log] });
  closeSync(log);
  return child;
}

async function untilAnswering(port: number, hasEnded: () => boolean) {
  for (;;) {
    if (hasEnded()) throw new Error("a server that was to be measured did not start: see bench.log in the data folder");
    const answered = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answered) return void (await answered.arrayBuffer());
    await pause(50);
  }
}
