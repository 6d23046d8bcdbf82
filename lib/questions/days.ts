import { pool } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { endOfDay, startOfDay } from "@/lib/time/zones";
import { Prisma } from "@/prisma/generated/client";

/** `accounts` in a FROM: each account as `account`, its id, and from when until when its own day goes (`"dayFrom"`, `"dayUntil"`). */
export type AccountDays = { accounts: Prisma.Sql; ends: Date[] };

/**
 * Today by the clocks of a scope's accounts, at an instant. Instants that stand in the statement, so that an index serves what is
 * compared with them; and the very ones that a browser computes of the same zone.
 */
export async function accountDays(scope: Scope, at: Date): Promise<AccountDays> {
  const { rows } = await pool.query<{ id: string; timeZone: string }>(
    `SELECT id, "timeZone" FROM "OfficialAccount" WHERE id = ANY($1::uuid[])`,
    [[...scope.accountIds]],
  );
  const ids = rows.map(({ id }) => id);
  const begins = rows.map(({ timeZone }) => startOfDay(at, timeZone));
  const ends = rows.map(({ timeZone }) => endOfDay(at, timeZone));
  const written = (instants: readonly Date[]) => instants.map((instant) => instant.toISOString());
  const accounts = Prisma.sql`unnest(${ids}::uuid[], ${written(begins)}::timestamptz[], ${written(ends)}::timestamptz[]) account(id, "dayFrom", "dayUntil")`;
  return { accounts, ends };
}
