import { randomBytes } from "node:crypto";
import pg from "pg";

/** Names the databases of this run of the tests. */
export function setup() {
  process.env.TEST_DATABASE_PREFIX = `jida_test_${randomBytes(4).toString("hex")}_`;
}

/** Drops them. */
export async function teardown() {
  if (!process.env.TEST_DATABASE_URL) return;
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const named = "SELECT quote_ident(datname) AS name FROM pg_database WHERE starts_with(datname, $1)";
    const { rows } = await client.query<{ name: string }>(named, [process.env.TEST_DATABASE_PREFIX]);
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
