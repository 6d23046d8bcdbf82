import type { Tx } from "@/lib/db";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";

/** By then whatever was given a number has committed, and is counted with its neighbours. */
const SETTLED_AFTER = 2 * MINUTE;
const MOST_AT_ONCE = 50_000;
const WEEKS = 4;

/**
 * Counts what residents sent since the last count into hours, by the order of arrival, so that nobody ever looks through all messages.
 * @returns when the last message of each account came; null when another worker is counting
 */
export async function countIntake(tx: Tx, at: Date): Promise<Map<string, Date> | null> {
  await tx.$executeRaw`INSERT INTO "IntakeCounted" (id, seq) VALUES (1, 0) ON CONFLICT DO NOTHING`;
  const [counted] = await tx.$queryRaw<{ seq: bigint }[]>`SELECT seq FROM "IntakeCounted" WHERE id = 1 FOR UPDATE SKIP LOCKED`;
  if (!counted) return null;
  const fresh = await tx.$queryRaw<{ accountId: string; lastAt: Date }[]>`
    WITH fresh AS MATERIALIZED (
      SELECT seq, "accountId", "receivedAt" FROM "Message" WHERE seq > ${counted.seq} AND direction = 'inbound' ORDER BY seq LIMIT ${MOST_AT_ONCE}
    ), settled AS (
      SELECT max(seq) AS seq FROM fresh WHERE "receivedAt" < ${after(at, -SETTLED_AFTER)}
    ), written AS (
      INSERT INTO "IntakeHour" AS known ("accountId", hour, received, "lastAt")
      SELECT "accountId", date_trunc('hour', "receivedAt", 'UTC'), count(*), max("receivedAt") FROM fresh WHERE seq <= (SELECT seq FROM settled) GROUP BY 1, 2
      ON CONFLICT ("accountId", hour) DO UPDATE SET received = known.received + EXCLUDED.received, "lastAt" = GREATEST(known."lastAt", EXCLUDED."lastAt")
    ), moved AS (
      UPDATE "IntakeCounted" c SET seq = settled.seq FROM settled WHERE c.id = 1 AND settled.seq IS NOT NULL
    )
    SELECT "accountId", max("receivedAt") AS "lastAt" FROM fresh GROUP BY 1`;
  const last = new Map(fresh.map(({ accountId, lastAt }) => [accountId, lastAt]));
  const earlier = await tx.$queryRaw<{ accountId: string; lastAt: Date }[]>`
    SELECT account.id AS "accountId", hour."lastAt" FROM "OfficialAccount" account CROSS JOIN LATERAL (
      SELECT "lastAt" FROM "IntakeHour" h WHERE h."accountId" = account.id ORDER BY h.hour DESC LIMIT 1) hour`;
  for (const { accountId, lastAt } of earlier) if ((last.get(accountId) ?? lastAt) <= lastAt) last.set(accountId, lastAt);
  return last;
}

/** How many messages an account had in this hour of the week, on the average of the last four weeks. */
export async function usualIntake(tx: Tx, accountId: string, at: Date): Promise<number> {
  const hour = new Date(Math.floor(at.getTime() / HOUR) * HOUR);
  const hours = Array.from({ length: WEEKS }, (_, week) => after(hour, -7 * DAY * (week + 1)));
  const { _sum } = await tx.intakeHour.aggregate({ where: { accountId, hour: { in: hours } }, _sum: { received: true } });
  return (_sum.received ?? 0) / WEEKS;
}
