import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort, isFree } from "./setup/ports.mjs";
import { findPostmaster } from "./setup/postmaster.mjs";
import { type Identity, identityOf, isAlive, waitUntilGone } from "./setup/processes.mjs";
import { root } from "./setup/root.mjs";
import { readRun } from "./setup/run-record.mjs";

let folder: string;
let dataFolder: string;
let ports: { desk: number; sandbox: number };
let desk: Started;

/** An npm command under way: its output so far, and its exit code once it ends. */
type Started = { child: ChildProcess; output: () => string; code: Promise<number | null> };

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jida "));
  dataFolder = path.join(folder, "即答");
  ports = { desk: await findFreePort(), sandbox: await findFreePort() };
});

afterAll(async () => {
  for (const { pid } of livingParts()) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Runs an npm script of the repository from another folder, as npm does for a person. */
function npm(script: string[], variables: Record<string, string> = {}): Started {
  const { DATABASE_URL: _database, AUTH_SECRET: _secret, WECHAT_APP_ID: _app, ...inherited } = process.env;
  const own = { PORT: String(ports.desk), SANDBOX_PORT: String(ports.sandbox), JIDA_DATA_DIR: dataFolder };
  const env = { ...inherited, ...own, JIDA_BASE_URL: "", JIDA_DEMO_PASSWORD: "a password of the test", ...variables };
  const child = spawn("npm", ["--prefix", root, "--silent", ...script], { cwd: os.tmpdir(), env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
  }
  return { child, output: () => text, code: once(child, "close").then(([code]) => code) };
}

async function ready(started: Started) {
  await Promise.race([expect.poll(started.output, { timeout: 120_000, interval: 50 }).toContain("Ctrl-C"), started.code]);
  expect(started.output()).toContain("a password of the test");
}

/** Every process of the desk that is alive: start itself, web, worker, sandbox, PostgreSQL. */
function livingParts(): Identity[] {
  const postgres = findPostmaster(path.join(dataFolder, "pg"))?.identity;
  return [starter(), ...(readRun(dataFolder)?.children ?? []), postgres].filter((part) => part !== undefined).filter(isAlive);
}

function starter() {
  try {
    return identityOf(JSON.parse(readFileSync(path.join(dataFolder, "jida.lock"), "utf8")).pid);
  } catch {
    return undefined;
  }
}

const status = async (port: number, place: string) => (await fetch(`http://127.0.0.1:${port}${place}`)).status;

test("npm start from another folder brings up desk and phones", async () => {
  desk = npm(["start"]);
  await ready(desk);
  expect(await status(ports.desk, "/api/health")).toBe(200);
  expect(await status(ports.sandbox, "/")).toBe(200);
  expect(livingParts()).toHaveLength(5);
}, 180_000);

test("a second start on the same data folder says in one line that Jida is running", async () => {
  const second = npm(["start"]);
  expect(await second.code).toBe(1);
  expect(second.output()).toMatch(/^[^\n]*already running[^\n]*\n$/);
});

test("a taken port is said in one line that names port and variable", async () => {
  const second = npm(["start"], { JIDA_DATA_DIR: path.join(folder, "other") });
  expect(await second.code).toBe(1);
  expect(second.output()).toMatch(new RegExp(`^[^\\n]*port ${ports.desk} is taken: set PORT[^\\n]*\\n$`));
});

test("a token is minted beside the running desk", async () => {
  const token = npm(["run", "token", "--", "--name", "beside", "--role", "supervisor"]);
  expect(await token.code, token.output()).toBe(0);
});

test("kill -9 of the starter ends what it started, and the next start is whole", async () => {
  const parts = readRun(dataFolder)?.children ?? [];
  const killed = starter();
  if (killed) process.kill(killed.pid, "SIGKILL");
  await desk.code;
  for (const part of parts) expect(await waitUntilGone(part, 10_000)).toBe(true);

  desk = npm(["start"]);
  await ready(desk);
  expect(await status(ports.desk, "/api/health")).toBe(200);
}, 60_000);

test("a part that is killed is started again", async () => {
  const before = readRun(dataFolder)?.children.find(({ name }) => name === "web");
  if (before) process.kill(before.pid, "SIGKILL");
  await expect.poll(() => status(ports.desk, "/api/health").catch(() => 0), { timeout: 15_000 }).toBe(200);
  expect(readRun(dataFolder)?.children.find(({ name }) => name === "web")?.pid).not.toBe(before?.pid);
});

test("SIGTERM to npm ends every process and frees the ports", async () => {
  const parts = livingParts();
  desk.child.kill("SIGTERM");
  await desk.code;
  for (const part of parts) expect(await waitUntilGone(part, 10_000)).toBe(true);
  expect(await isFree(ports.desk)).toBe(true);
  expect(await isFree(ports.sandbox)).toBe(true);
});

test("a token is minted while the desk rests, and nothing stays behind", async () => {
  const token = npm(["run", "token", "--", "--name", "resting", "--role", "supervisor"]);
  expect(await token.code, token.output()).toBe(0);
  expect(livingParts()).toEqual([]);
});
