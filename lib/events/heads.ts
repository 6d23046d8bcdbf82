import { pool } from "@/lib/db";
import type { KeptHead } from "./verify";

/** The end of every trail that has grown since an instant, to be kept outside the database; hashes in hexadecimal. */
export async function readHeads(since: Date | null): Promise<KeptHead[]> {
  const { rows } = await pool.query<Omit<KeptHead, "at"> & { at: Date }>(
    `SELECT chain, day::text AS day, seq, encode(hash, 'hex') AS hash, "sealedAt" AS at FROM "AuditHead"
    WHERE $1::timestamptz IS NULL OR "sealedAt" > $1 ORDER BY "sealedAt", day, chain`,
    [since],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Of the oldest event that has no seal yet: how many seconds ago it was written; 0 when every event has one. */
export async function sealingLag(): Promise<number> {
  const { rows } = await pool.query<{ seconds: number | null }>(
    `SELECT extract(epoch FROM clock_timestamp() - e.at)::float8 AS seconds FROM "AuditCursor" c
    CROSS JOIN LATERAL (SELECT at FROM "Event" e WHERE (e.xid, e.id) > (c.xid::text::xid8, c."eventId") ORDER BY e.xid, e.id LIMIT 1) e`,
  );
  return Math.max(0, rows[0]?.seconds ?? 0);
}
