import pg from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { db, pool } from "@/lib/db";
import { env } from "@/lib/env";

/** Importing this gives a test file a database of its own, cloned from the migrated template, emptied before each test, dropped at the end. */
const database = new URL(env.DATABASE_URL).pathname.slice(1);

beforeAll(async () => {
  if (!process.env.TEST_DATABASE_URL) throw new Error("TEST_DATABASE_URL is missing: npm test starts a PostgreSQL and sets it");
  // Two files that clone the template in the same instant would refuse each other.
  await administer("SELECT pg_advisory_lock(20261122)", `CREATE DATABASE ${database} TEMPLATE jida_template`);
});

// Deleting the few rows of a test takes a tenth of what truncating every table takes; triggers and references stay out of it.
beforeEach(async () => {
  await db.$executeRaw`
    DO $$ DECLARE name text; BEGIN
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
        EXECUTE 'DELETE FROM ' || name;
      END LOOP;
    END $$`;
});

afterAll(async () => {
  await pool.end();
  await administer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
});

async function administer(...statements: string[]) {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
