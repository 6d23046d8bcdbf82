import { db, pool, type Tx } from "@/lib/db";
import { now } from "@/lib/time/clock";
import type { FactorProof } from "./factors";
import { type Scope, scopeOf } from "./scope";
import { hashSecret } from "./secrets";

const READ = {
  name: "live-sessions",
  text: `SELECT session."secretHash", ARRAY(
      SELECT id FROM "OfficialAccount" WHERE officer."allAccounts"
      UNION SELECT "accountId" FROM "OfficerAccount" WHERE "officerId" = officer.id AND NOT officer."allAccounts"
      ORDER BY 1
    ) AS "accountIds"
    FROM "Session" session JOIN "Officer" officer ON officer.id = session."officerId"
    WHERE session."secretHash" = ANY ($1) AND session."revokedAt" IS NULL AND session."expiresAt" > $2 AND officer."deactivatedAt" IS NULL
      AND session."factorDueAt" IS NULL AND (
        NOT EXISTS (SELECT FROM "FactorRule" WHERE role = officer.role) OR EXISTS (SELECT FROM "SecondFactor" WHERE "officerId" = officer.id))`,
};

/** What the officers of many sessions may see by now, by the session's secret, in one query; a session that has ended is not among them. */
export async function liveSessions(secrets: readonly string[], at = now()): Promise<Map<string, Scope>> {
  const byHash = new Map(secrets.map((secret) => [hashSecret(secret), secret]));
  const { rows } = await pool.query<{ secretHash: string; accountIds: string[] }>({ ...READ, values: [[...byHash.keys()], at] });
  return new Map(rows.map(({ secretHash, accountIds }) => [byHash.get(secretHash) ?? "", scopeOf(accountIds)]));
}

/** A browser in which an officer is signed in. `waits`: its password was right, its second factor is still to come. */
export type OpenSession = {
  id: string;
  device: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  proof: "password" | FactorProof;
  waits: boolean;
};

/** Where an officer is signed in, the last used first. */
export async function listSessions(officerId: string, at = now()): Promise<OpenSession[]> {
  const sessions = await db.session.findMany({
    where: { officerId, revokedAt: null, expiresAt: { gt: at }, OR: [{ factorDueAt: null }, { factorDueAt: { gt: at } }] },
    orderBy: [{ lastUsedAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
  });
  return sessions.map(({ id, device, createdAt, lastUsedAt, proof, factorDueAt }) => ({
    ...{ id, device, createdAt, lastUsedAt, proof },
    waits: factorDueAt !== null,
  }));
}

/** Ends sessions that are still open, and says how many. */
export async function endSessions(tx: Tx, which: { officerId: string; id?: string | { not: string } }, at: Date): Promise<number> {
  const { count } = await tx.session.updateMany({ where: { ...which, revokedAt: null }, data: { revokedAt: at } });
  return count;
}
