import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { identityOf, isAlive } from "./processes.mjs";
import { endLeftovers, readRun, writeRun } from "./run-record.mjs";

let dataFolder: string;

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(os.tmpdir(), "jida-record-"));
});

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

function sleeper(code = "setInterval(() => {}, 1000)") {
  const child = spawn(process.execPath, ["-e", `${code}; console.log("up")`], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  return new Promise<{ pid: number; startedAt: string }>((resolve, reject) => {
    child.stdout.once("data", () => resolve(identityOf(child.pid ?? 0) ?? { pid: 0, startedAt: "" }));
    child.once("error", reject);
  });
}

const record = (child: { pid: number; startedAt: string }) =>
  writeRun(dataFolder, { ready: true, url: "http://localhost:3000", children: [{ name: "web", ...child }] });

test("what a killed run left is ended, the stubborn too", async () => {
  const stubborn = await sleeper("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
  record(stubborn);
  await endLeftovers(dataFolder);
  expect(isAlive(stubborn)).toBe(false);
  expect(readRun(dataFolder)).toBeUndefined();
});

test("a stranger that now has the recorded number is left alone", async () => {
  const stranger = await sleeper();
  record({ pid: stranger.pid, startedAt: "another life" });
  await endLeftovers(dataFolder);
  expect(isAlive(stranger)).toBe(true);
  process.kill(stranger.pid, "SIGKILL");
});

test("without a record there is nothing to do", async () => {
  await endLeftovers(dataFolder);
  expect(readRun(dataFolder)).toBeUndefined();
});
