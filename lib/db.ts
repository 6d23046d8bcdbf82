import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

const POOL_SIZE = 16;

const shared = globalThis as typeof globalThis & { jidaPool?: pg.Pool; jidaDb?: PrismaClient };

/** One pool a process. Verbs use Prisma over it; intake and the feed, which are hot, use it directly. */
export const pool = shared.jidaPool ?? openPool();
export const db = shared.jidaDb ?? openClient();
// Next loads a module once for each of its bundles; the pool stays one.
shared.jidaPool = pool;
shared.jidaDb = db;

/** What a verb writes through: the client itself, or a transaction of it. */
export type Tx = Prisma.TransactionClient;

function openPool() {
  const opened = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: POOL_SIZE,
    connectionTimeoutMillis: 4_000,
    keepAlive: true,
    onConnect: keepUtc,
  });
  // A connection that breaks while idle is replaced by the next query; unhandled, it would end the process.
  opened.on("error", () => undefined);
  return opened;
}

function openClient() {
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}

/** @prisma/adapter-pg reads every timestamptz as if it were written in UTC, whatever offset stands behind it. */
async function keepUtc(client: pg.ClientBase) {
  await client.query("SET TIME ZONE 'UTC'");
}
