import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareDataFolder } from "./data-folder.mjs";
import { storageHalt } from "./halt.mjs";
import { root } from "./root.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jida-folder-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder deep in a path with spaces and Chinese is made", () => {
  expect(() => prepareDataFolder(path.join(folder, "数据 库/jida"))).not.toThrow();
});

test("a file in the way is said in one line", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(() => prepareDataFolder(path.join(file, "data"))).toThrow(/^[^\n]*cannot serve as a folder[^\n]*$/);
});

test("a folder that an ordinary user may not write is said in one line", () => {
  chmodSync(folder, 0o555);
  const code = `import(${JSON.stringify(path.join(root, "scripts/setup/data-folder.mjs"))})
    .then((module) => module.prepareDataFolder(${JSON.stringify(path.join(folder, "data"))}))
    .catch((error) => console.log(error.message))`;
  const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout } = spawnSync(process.execPath, ["-e", code], { ...ordinary, encoding: "utf8", cwd: "/" });
  expect(stdout).toMatch(/^[^\n]*JIDA_DATA_DIR[^\n]*\n$/);
});

test("a full disk is said in one line", () => {
  try {
    writeFileSync("/dev/full", "x");
    expect.unreachable();
  } catch (error) {
    expect(storageHalt(error, "/dev/full")).toMatchObject({ message: expect.stringMatching(/the disk is full: \/dev\/full/) });
  }
});
