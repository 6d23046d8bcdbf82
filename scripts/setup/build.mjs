import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hashOf } from "./hash.mjs";
import { say } from "./progress.mjs";
import { program, root } from "./root.mjs";
import { runQuietly } from "./run.mjs";
import { withSetupLock } from "./setup-lock.mjs";

const HASH_FILE = path.join(root, ".next/jida-build-hash");
const FOLDERS = ["app", "components", "lib", "locales", "prisma/schema", "public"];
const FILES = ["next.config.ts", "postcss.config.json", "proxy.ts", "instrumentation.ts", "package-lock.json", "tsconfig.json"];

/**
 * Builds the web part when its sources are not the ones it was last built from.
 * @param {import("./settings.mjs").Variables} env
 */
export async function ensureBuilt(env) {
  if (isBuilt()) return;
  await withSetupLock(root, async () => {
    if (isBuilt()) return;
    say("正在构建网页", "building the web part");
    const hash = sourceHash();
    rmSync(HASH_FILE, { force: true });
    await runQuietly([program("next"), "build"], {
      env: { ...env, NODE_ENV: "production" },
      chinese: "构建网页",
      english: "building the web part",
    });
    writeFileSync(HASH_FILE, hash);
  });
}

function isBuilt() {
  if (!existsSync(path.join(root, ".next/BUILD_ID")) || !existsSync(HASH_FILE)) return false;
  return readFileSync(HASH_FILE, "utf8") === sourceHash();
}

function sourceHash() {
  return hashOf(root, [...FOLDERS, ...FILES]);
}
