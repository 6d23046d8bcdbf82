import { existsSync } from "node:fs";
import path from "node:path";
import { Halt, storageHalt } from "./halt.mjs";
import { readJson, writeJson } from "./json-file.mjs";
import { findFreePort } from "./ports.mjs";
import { letters } from "./secrets.mjs";

/** @typedef {{ password: string, port: number }} Credentials */

export const USER = "postgres";

/**
 * The password of a data folder's PostgreSQL and the port it last had; undefined before the first start.
 * @param {string} dataFolder
 * @returns {Credentials | undefined}
 */
export function readCredentials(dataFolder) {
  return readJson(file(dataFolder));
}

/**
 * The same, made at the first start.
 * @param {string} dataFolder
 * @param {string} cluster
 * @returns {Promise<Credentials>}
 */
export async function keepCredentials(dataFolder, cluster) {
  const kept = readCredentials(dataFolder);
  if (kept) return kept;
  if (existsSync(cluster)) {
    throw new Halt(
      `缺少数据库密码文件 ${file(dataFolder)}，请从备份恢复`,
      `the database password file ${file(dataFolder)} is missing: restore it from a backup`,
    );
  }
  const credentials = { password: letters(40), port: await findFreePort() };
  saveCredentials(dataFolder, credentials);
  return credentials;
}

/**
 * @param {string} dataFolder
 * @param {Credentials} credentials
 */
export function saveCredentials(dataFolder, credentials) {
  try {
    writeJson(file(dataFolder), credentials);
  } catch (error) {
    throw storageHalt(error, dataFolder);
  }
}

/**
 * @param {Credentials} credentials
 * @param {string} database
 */
export function address({ password, port }, database) {
  // Said outright, because PGSSLMODE in the environment would otherwise ask a loopback server for encryption.
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`;
}

/** @param {string} dataFolder */
function file(dataFolder) {
  return path.join(dataFolder, "postgres.json");
}
