import pg from "pg";
import { logError } from "./log.mjs";

/**
 * Runs one of the engine's `cli` commands and returns its exit code.
 * @param {string} command `can-connect-to-database`, `create-database` or `drop-database`
 * @param {string | undefined} url
 */
export async function runCommand(command, url = "") {
  const run = commands[command];
  try {
    if (!run) throw new Error(`unknown command ${command}`);
    await run(url);
    return 0;
  } catch (error) {
    process.stderr.write("\n");
    logError({
      error_code: prismaCode(error),
      message: messageOf(error),
      is_panic: false,
    });
    return 1;
  }
}

/**
 * Creates the database that the address names, and returns its name.
 * @param {string} url
 */
export async function createDatabase(url) {
  const name = databaseName(url);
  await withClient(maintenanceUrl(url), (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`));
  return name;
}

/**
 * An empty database for replaying migrations; `drop` removes it again.
 * @param {string} url address of the database that the migrations are written for
 */
export async function createShadowDatabase(url) {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await withClient(maintenanceUrl(url), (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE template0`));
  return { name, drop: () => dropDatabase(maintenanceUrl(url), name) };
}

/** @param {string} url */
export async function checkConnection(url) {
  await withClient(url, (client) => client.query("SELECT 1"));
}

/** @param {string} url */
export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** @type {Record<string, (url: string) => Promise<unknown>>} */
const commands = {
  "can-connect-to-database": checkConnection,
  "create-database": createDatabase,
  "drop-database": (url) => dropDatabase(maintenanceUrl(url), databaseName(url)),
};

/**
 * @param {string} url
 * @param {string} name
 */
async function dropDatabase(url, name) {
  await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`));
}

/** @param {string} url */
function maintenanceUrl(url) {
  const address = new URL(url);
  address.pathname = "/postgres";
  return address.toString();
}

/**
 * @param {string} url
 * @param {(client: pg.Client) => Promise<unknown>} work
 */
async function withClient(url, work) {
  const address = new URL(url);
  address.searchParams.delete("schema");
  const client = new pg.Client({
    connectionString: address.toString(),
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Prisma's own codes: no such database, refused credentials, unreachable.
 * @param {unknown} error
 */
function prismaCode(error) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "3D000") return "P1003";
  return code === "28P01" ? "P1000" : "P1001";
}
