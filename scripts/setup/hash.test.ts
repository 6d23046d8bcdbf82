import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf } from "./hash.mjs";

let folder: string;
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const hash = () => hashOf(folder, ["lib", "proxy.ts", "absent.ts"]);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jida-hash-"));
  mkdirSync(path.join(folder, "lib"));
  write("lib/a.ts", "1");
  write("proxy.ts", "2");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a changed, renamed or new source changes the hash", () => {
  const hashes = [hash()];
  write("lib/a.ts", "changed");
  hashes.push(hash());
  write("lib/b.ts", "");
  hashes.push(hash());
  rmSync(path.join(folder, "lib/b.ts"));
  write("lib/c.ts", "");
  hashes.push(hash());
  expect(new Set(hashes).size).toBe(4);
});

test("tests and files beside the named ones do not count", () => {
  const before = hash();
  write("lib/a.test.ts", "expect");
  write("README.md", "text");
  expect(hash()).toBe(before);
});
