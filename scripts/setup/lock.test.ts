import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "./lock.mjs";
import { root } from "./root.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jida-lock-"));
  file = path.join(folder, "jida.lock");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const module = JSON.stringify(path.join(root, "scripts/setup/lock.mjs"));

/** A process that takes the lock, says whether it got it, and holds it until it is killed. */
function contender() {
  const code = `const { takeLock } = await import(${module}); const lock = await takeLock(process.argv[1], "desk");
    console.log("release" in lock ? "won" : "lost"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code, file], { stdio: ["ignore", "pipe", "inherit"] });
  return { child, said: once(child.stdout, "data").then(([chunk]) => String(chunk).trim()) };
}

test("a second taker learns who holds the lock; a released lock is free", async () => {
  const first = await takeLock(file, "desk");
  expect(await takeLock(file, "command")).toMatchObject({ holder: { pid: process.pid, purpose: "desk" } });
  if ("release" in first) first.release();
  expect(await takeLock(file, "command")).toHaveProperty("release");
});

test("the lock of a killed holder is taken over", async () => {
  const { child, said } = contender();
  expect(await said).toBe("won");
  expect(await takeLock(file, "desk")).toMatchObject({ holder: { pid: child.pid } });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await takeLock(file, "desk")).toHaveProperty("release");
});

test("of many that find the same stale lock one gets it", async () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: "another life", purpose: "desk" }));
  const contenders = Array.from({ length: 6 }, contender);
  const said = await Promise.all(contenders.map((each) => each.said));
  for (const { child } of contenders) child.kill("SIGKILL");
  expect(said.filter((word) => word === "won")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(["jida.lock"]);
});

test("a broken lock file counts as stale", async () => {
  writeFileSync(file, "{");
  expect(await takeLock(file, "desk")).toHaveProperty("release");
});
