import pg from "pg";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

/** What the files of one worker share. */
export type TestingWorker = typeof globalThis & {
  jidaTestDatabase?: { created?: Promise<void>; create: () => Promise<void>; empty: () => Promise<void> };
};
const worker: TestingWorker = globalThis;

/** Importing this gives the tests of a worker a database, cloned from the migrated template, emptied before each test. */
worker.jidaTestDatabase ??= {
  create() {
    this.created ??= createDatabase();
    return this.created;
  },
  // Deleting the few rows of a test takes a tenth of what truncating every table takes; triggers and references stay out of it.
  async empty() {
    await db.$executeRaw`
      DO $$ DECLARE name text; BEGIN
        SET LOCAL session_replication_role = replica;
        FOR name IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
          EXECUTE 'DELETE FROM ' || name;
        END LOOP;
      END $$`;
  },
};

async function createDatabase() {
  if (!process.env.TEST_DATABASE_URL) throw new Error("TEST_DATABASE_URL is missing: npm test starts a PostgreSQL and sets it");
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    // Two workers that clone the template in the same instant would refuse each other.
    await client.query("SELECT pg_advisory_lock(20261122)");
    await client.query(`CREATE DATABASE ${new URL(env.DATABASE_URL).pathname.slice(1)} TEMPLATE jida_template`);
  } finally {
    await client.end();
  }
}
