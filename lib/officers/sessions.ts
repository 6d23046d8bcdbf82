import { pool } from "@/lib/db";
import { now } from "@/lib/time/clock";
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
    WHERE session."secretHash" = ANY ($1) AND session."revokedAt" IS NULL AND session."expiresAt" > $2 AND officer."deactivatedAt" IS NULL`,
};

/** What the officers of many sessions may see by now, by the session's secret, in one query; a session that has ended is not among them. */
export async function liveSessions(secrets: readonly string[], at = now()): Promise<Map<string, Scope>> {
  const byHash = new Map(secrets.map((secret) => [hashSecret(secret), secret]));
  const { rows } = await pool.query<{ secretHash: string; accountIds: string[] }>({ ...READ, values: [[...byHash.keys()], at] });
  return new Map(rows.map(({ secretHash, accountIds }) => [byHash.get(secretHash) ?? "", scopeOf(accountIds)]));
}
