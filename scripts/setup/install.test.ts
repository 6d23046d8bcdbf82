import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureInstalled } from "./install.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jida-install-"));
  vi.stubEnv("npm_config_cache", path.join(folder, "cache"));
  vi.stubEnv("npm_config_fetch_retries", "0");
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A checkout with one package from a folder beside it and, if named, one from a registry. */
function checkout({ registry }: { registry?: string }) {
  mkdirSync(path.join(folder, "local"));
  writeFileSync(path.join(folder, "local/package.json"), JSON.stringify({ name: "local", version: "1.0.0" }));
  const dependencies = { ...(registry && { remote: "1.0.0" }) };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "toy", version: "1.0.0", dependencies }));
  const remote = { "node_modules/remote": { version: "1.0.0", resolved: `${registry}/remote-1.0.0.tgz`, integrity: "sha512-AAAA" } };
  const packages = { "": { name: "toy", version: "1.0.0", dependencies }, ...(registry && remote) };
  writeFileSync(path.join(folder, "package-lock.json"), JSON.stringify({ name: "toy", version: "1.0.0", lockfileVersion: 3, packages }));
  if (registry) vi.stubEnv("npm_config_registry", registry);
}

test("where nothing is missing nothing is done", async () => {
  checkout({});
  await ensureInstalled({ development: true, folder });
  expect(existsSync(path.join(folder, "node_modules"))).toBe(false);
});

test("no network is said in one line, and the next run tries again", async () => {
  checkout({ registry: "http://127.0.0.1:9" });
  const attempt = () => ensureInstalled({ development: false, folder });
  await expect(attempt()).rejects.toThrow(/^[^\n]*registry[^\n]*$/);
  await expect(attempt()).rejects.toThrow(/^[^\n]*registry[^\n]*$/);
}, 60_000);
