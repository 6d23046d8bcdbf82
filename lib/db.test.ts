import pg from "pg";
import { expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import { env } from "@/lib/env";
import "@/prisma/testing";

test("an instant comes back as it was written, whatever time zone the server keeps", async () => {
  const name = new URL(env.DATABASE_URL).pathname.slice(1);
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} SET timezone TO 'Asia/Shanghai'`);
  await client.end();
  // The setting holds for connections made from here on.
  await Promise.all(Array.from({ length: 40 }, () => pool.query("SELECT pg_sleep(0.02)")));
  const at = new Date("2026-11-22T16:30:00.123Z");
  await db.heartbeat.create({ data: { id: crypto.randomUUID(), process: "web", startedAt: at, beatAt: at } });
  const rows = await Promise.all(Array.from({ length: 12 }, () => db.heartbeat.findFirstOrThrow()));
  expect(rows.map(({ beatAt }) => beatAt)).toEqual(Array(12).fill(at));
  const raw = await db.$queryRaw<{ at: Date }[]>`SELECT "beatAt" AS at FROM "Heartbeat"`;
  expect(raw[0]?.at).toEqual(at);
});
