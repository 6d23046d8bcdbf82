import { readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { codeOf, messageOf } from "./errors.mjs";
import { Halt } from "./halt.mjs";
import { root } from "./root.mjs";

const OLDEST_SERVER = 150_000;

/**
 * Whether a server at this address knows us and serves this cluster.
 * @param {string} url
 * @param {string} cluster
 */
export async function answers(url, cluster) {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query("SHOW data_directory");
      return realpathSync(rows[0].data_directory) === realpathSync(cluster);
    });
  } catch {
    return false;
  }
}

/**
 * Creates a database on the embedded server unless it exists.
 * @param {import("./postgres.mjs").Postgres} postgres
 * @param {string} name
 * @param {string} [template] database to copy
 */
export async function ensureDatabase(postgres, name, template = "template0") {
  await withClient(postgres.url("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}`);
  });
}

/**
 * Makes sure that a server of the caller's own will do: reachable, recent enough, writable, ours to create tables in.
 * @param {string} url
 */
export async function checkServer(url) {
  try {
    await withClient(url, async (client) => {
      const { rows } = await client.query(`SELECT current_setting('server_version') AS version,
        current_setting('server_version_num')::int AS number, current_setting('server_encoding') AS encoding,
        pg_is_in_recovery() AS standby, has_database_privilege(current_database(), 'CREATE')
          AND has_schema_privilege(coalesce(current_schema(), 'public'), 'CREATE') AS allowed`);
      refuse(rows[0]);
    });
  } catch (error) {
    throw error instanceof Halt ? error : unreachable(error, url);
  }
}

/**
 * Migrations of the checkout that the database lacks.
 * @param {string} url
 * @returns {Promise<string[]>}
 */
export async function pendingMigrations(url) {
  const wanted = readdirSync(path.join(root, "prisma/migrations"), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const applied = await withClient(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
    if (!rows[0].known) return [];
    const done = await client.query(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return done.rows.map((row) => row.migration_name);
  });
  const foreign = applied.filter((name) => !wanted.includes(name));
  if (foreign.length > 0) {
    throw new Halt(
      `数据库由更新版本的即答建立（${foreign.join("、")}），请升级程序`,
      `the database belongs to a later version of Jida (${foreign.join(", ")}): upgrade the program`,
    );
  }
  return wanted.filter((name) => !applied.includes(name));
}

/**
 * @template Result
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const address = new URL(url);
  address.searchParams.delete("schema");
  const client = new pg.Client({
    connectionString: address.href,
    connectionTimeoutMillis: 4000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {{ version: string, number: number, encoding: string, standby: boolean, allowed: boolean }} server */
function refuse({ version, number, encoding, standby, allowed }) {
  if (number < OLDEST_SERVER)
    throw new Halt(
      `DATABASE_URL 的 PostgreSQL 版本为 ${version}，需要 15 或更高`,
      `DATABASE_URL names PostgreSQL ${version}, 15 or later is needed`,
    );
  if (standby) throw new Halt("DATABASE_URL 指向只读备机，请指向主库", "DATABASE_URL names a read-only standby: name the primary");
  if (encoding !== "UTF8")
    throw new Halt(
      `DATABASE_URL 的数据库编码为 ${encoding}，需要 UTF8`,
      `the database of DATABASE_URL is encoded as ${encoding}, UTF8 is needed`,
    );
  if (!allowed)
    throw new Halt(
      "DATABASE_URL 的用户无权建表，请授予该数据库的 CREATE 权限",
      "the user of DATABASE_URL may not create tables: grant CREATE on the database and its schema",
    );
}

/**
 * @param {unknown} error
 * @param {string} url
 */
function unreachable(error, url) {
  const { host, pathname } = new URL(url);
  const reason = messageOf(error) || codeOf(error);
  return new Halt(`无法使用 DATABASE_URL（${host}${pathname}）：${reason}`, `DATABASE_URL (${host}${pathname}) cannot be used: ${reason}`);
}
