import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pendingMigrations } from "./database.mjs";
import { hashOf } from "./hash.mjs";
import { say } from "./progress.mjs";
import { program, root } from "./root.mjs";
import { runQuietly } from "./run.mjs";
import { withSetupLock } from "./setup-lock.mjs";

const HASH_FILE = path.join(root, "prisma/generated/.schema-hash");

/** Generates the database client when the schema or Prisma's version is not the one it was generated from. */
export async function ensureGenerated() {
  if (isGenerated()) return;
  await withSetupLock(root, async () => {
    if (isGenerated()) return;
    say("正在生成数据库客户端", "generating the database client");
    const hash = schemaHash();
    await prisma(["generate"], undefined, "生成数据库客户端", "generating the database client");
    writeFileSync(HASH_FILE, hash);
  });
}

/**
 * Applies the migrations that a database lacks. Prisma's slow command line is only started when there are any.
 * @param {string} url
 */
export async function migrate(url) {
  if ((await pendingMigrations(url)).length === 0) return;
  say("正在更新数据库结构", "migrating the database");
  await prisma(["migrate", "deploy"], url, "更新数据库结构", "migrating the database");
}

/**
 * Halts when the schema says something that the migrations do not.
 * @param {string} url a database with every migration applied
 */
export async function checkDrift(url) {
  const words = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code"];
  await prisma(words, url, "核对迁移与结构定义", "comparing the migrations with the schema");
}

/**
 * @param {string[]} words
 * @param {string | undefined} url
 * @param {string} chinese
 * @param {string} english
 */
async function prisma(words, url, chinese, english) {
  const env = {
    ...process.env,
    ...(url && { DATABASE_URL: url }),
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    NO_COLOR: "1",
  };
  await runQuietly([program("prisma"), ...words], { env, chinese, english });
}

function isGenerated() {
  return existsSync(HASH_FILE) && readFileSync(HASH_FILE, "utf8") === schemaHash();
}

function schemaHash() {
  return hashOf(root, ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
}
