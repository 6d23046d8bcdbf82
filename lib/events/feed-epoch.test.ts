import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { env } from "@/lib/env";
import "@/prisma/testing";

const mine = new URL(env.DATABASE_URL);
const shared = globalThis as typeof globalThis & { jidaPool?: unknown; jidaDb?: unknown };

/** What a process gets from the feed that is connected to this address: the epoch, unless it asks for something else. */
async function epochAt<T = string>(address: URL, ask = (feed: typeof import("./feed")) => feed.feedEpoch() as Promise<T>): Promise<T> {
  const kept = { jidaPool: shared.jidaPool, jidaDb: shared.jidaDb };
  process.env.DATABASE_URL = address.toString();
  delete shared.jidaPool;
  delete shared.jidaDb;
  vi.resetModules();
  const { pool } = await import("@/lib/db");
  try {
    return await ask(await import("./feed"));
  } finally {
    await pool.end();
    Object.assign(shared, kept);
  }
}

async function administer(database: URL, ...statements: string[]) {
  const client = new pg.Client({ connectionString: database.toString() });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const unique = (prefix: string) => `${prefix}_${randomUUID().replaceAll("-", "")}`;

test("the same for every process, another one for another database of the same server", async () => {
  const other = new URL(mine);
  other.pathname = `/${unique("jida_epoch")}`;
  await administer(mine, `CREATE DATABASE ${other.pathname.slice(1)}`);
  onTestFinished(() => administer(mine, `DROP DATABASE ${other.pathname.slice(1)} WITH (FORCE)`));
  const epoch = await epochAt(mine);
  expect(epoch).toMatch(/^\d+\.\d+\.\d+$/);
  expect(await epochAt(mine)).toBe(epoch);
  expect(await epochAt(other)).not.toBe(epoch);
});

test("an ordinary role sees the same; one that may not read the control data still tells databases apart", async () => {
  const role = unique("ordinary");
  await administer(mine, `CREATE ROLE ${role} LOGIN PASSWORD 'ordinary' NOSUPERUSER`);
  onTestFinished(() => administer(mine, `DROP ROLE ${role}`));
  const ordinary = new URL(mine);
  [ordinary.username, ordinary.password] = [role, "ordinary"];
  expect(await epochAt(ordinary)).toBe(await epochAt(mine));
  await administer(mine, "REVOKE EXECUTE ON FUNCTION pg_control_system(), pg_control_checkpoint() FROM PUBLIC");
  expect(await epochAt(ordinary)).toMatch(/^database\.\d+$/);
});

test("what else keeps the database from telling is no other history, and is asked again", async () => {
  const role = unique("hindered");
  await administer(
    mine,
    `CREATE ROLE ${role} LOGIN PASSWORD 'hindered' SUPERUSER`,
    `CREATE SCHEMA ${role}`,
    `CREATE FUNCTION ${role}.pg_control_system() RETURNS TABLE (system_identifier bigint, pages int) LANGUAGE plpgsql AS $$ BEGIN RAISE 'hindered'; END $$`,
    `ALTER ROLE ${role} SET search_path = ${role}, pg_catalog, public`,
  );
  onTestFinished(() => administer(mine, `DROP SCHEMA ${role} CASCADE`, `DROP ROLE ${role}`));
  const hindered = new URL(mine);
  [hindered.username, hindered.password] = [role, "hindered"];
  const epoch = await epochAt(hindered, async ({ followedEpoch }) => {
    await expect(followedEpoch()).rejects.toThrow("hindered");
    await administer(mine, `DROP FUNCTION ${role}.pg_control_system()`);
    return followedEpoch();
  });
  expect(epoch).toMatch(/^\d+\.\d+\.\d+$/);
});
