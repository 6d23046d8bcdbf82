import { randomBytes } from "node:crypto";
import type pg from "pg";
import { pool } from "@/lib/db";
import { seal, unseal } from "@/lib/sealing";
import { BEGINNING, linkOf, type Place, TRAIL_COLUMNS, type TrailEvent, trailOf } from "./chain";
import { followedEpoch } from "./feed";

type Cursor = { sealedKey: string; epoch: string; xid: string; eventId: string; pendingFrom: string | null; pendingTo: string | null };
type Found = TrailEvent & { xid: string; sealed: boolean };
type Head = Place & { hash: Buffer };

const BATCH = 5_000;
const HOLD = `SELECT "sealedKey", epoch, xid::text AS xid, "eventId"::text AS "eventId", "pendingFrom"::text AS "pendingFrom", "pendingTo"::text AS "pendingTo"
  FROM "AuditCursor" WHERE id = 1 FOR UPDATE SKIP LOCKED`;
/** What was under way when this history began comes behind its xid; all that was there before is gone through once. */
const BEGIN_ANEW = `INSERT INTO "AuditCursor" (id, "sealedKey", epoch, xid, "eventId", "pendingFrom", "pendingTo")
  SELECT 1, $1, $2, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, 0, 0, coalesce(max(id), 0) FROM "Event"
  ON CONFLICT (id) DO UPDATE SET epoch = $2, xid = excluded.xid, "eventId" = 0, "pendingFrom" = 0, "pendingTo" = excluded."pendingTo"`;
const SEALED = `SELECT ahead.*, s."eventId" IS NOT NULL AS sealed FROM ahead LEFT JOIN "AuditSeal" s ON s."eventId" = ahead.id`;
/** Transactions before the oldest that still runs have all ended: nothing comes between them any more. */
const NEXT = `WITH ahead AS (SELECT e.id, e.xid, ${TRAIL_COLUMNS} FROM "Event" e
  WHERE (e.xid, e.id) > ($1::xid8, $2::bigint) AND e.xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY e.xid, e.id LIMIT ${BATCH})
  ${SEALED} ORDER BY ahead.xid, ahead.id`;
const PENDING = `WITH ahead AS (SELECT e.id, e.xid, ${TRAIL_COLUMNS} FROM "Event" e WHERE e.id > $1 AND e.id <= $2 ORDER BY e.id LIMIT ${BATCH})
  ${SEALED} ORDER BY ahead.id`;
const READ_HEADS = `SELECT chain, day::text AS day, seq, hash FROM "AuditHead" JOIN unnest($1::uuid[], $2::date[]) AS asked (chain, day) USING (chain, day)`;
const WRITE_SEALS = `INSERT INTO "AuditSeal" ("eventId", chain, day, seq, hash) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::date[], $4::int[], $5::bytea[])`;
const WRITE_HEADS = `INSERT INTO "AuditHead" (chain, day, seq, hash, "sealedAt")
  SELECT *, clock_timestamp() FROM unnest($1::uuid[], $2::date[], $3::int[], $4::bytea[])
  ON CONFLICT (chain, day) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, "sealedAt" = excluded."sealedAt"`;

/**
 * Seals what has been committed since the last round, in the order of the feed, at most 5,000 events. Whoever records an event waits
 * for nobody: the seal follows. Of several workers that try, one succeeds. A heartbeat, not an act: it leaves no trace in the events.
 */
export async function sealEvents(): Promise<{ sealed: number; behind: boolean }> {
  const epoch = await followedEpoch();
  const client = await pool.connect();
  try {
    // A seal that a power cut loses is made again, with the same hash.
    await client.query("BEGIN; SET LOCAL synchronous_commit = off");
    const round = await sealNext(client, epoch);
    await client.query("COMMIT");
    client.release();
    return round;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function sealNext(client: pg.PoolClient, epoch: string) {
  const { rows } = await client.query<Cursor>(HOLD);
  const [cursor] = rows;
  if (cursor?.epoch !== epoch) {
    const taken = cursor === undefined && (await client.query(`SELECT FROM "AuditCursor"`)).rows.length > 0;
    if (!taken) await client.query(BEGIN_ANEW, [seal(randomBytes(32).toString("base64"), "audit"), epoch]);
    return { sealed: 0, behind: !taken };
  }
  const isCatchingUp = cursor.pendingFrom !== null;
  const found = isCatchingUp
    ? await client.query<Found>(PENDING, [cursor.pendingFrom, cursor.pendingTo])
    : await client.query<Found>(NEXT, [cursor.xid, cursor.eventId]);
  const fresh = found.rows.filter(({ sealed }) => !sealed);
  if (fresh.length > 0) await writeSeals(client, Buffer.from(unseal(cursor.sealedKey, "audit"), "base64"), fresh);
  const last = found.rows.at(-1);
  const isFull = found.rows.length === BATCH;
  if (isCatchingUp) await client.query(`UPDATE "AuditCursor" SET "pendingFrom" = $1`, [isFull ? last?.id : null]);
  else if (last) await client.query(`UPDATE "AuditCursor" SET xid = $1, "eventId" = $2`, [last.xid, last.id]);
  return { sealed: fresh.length, behind: isFull || isCatchingUp };
}

async function writeSeals(client: pg.PoolClient, key: Buffer, events: readonly Found[]) {
  const heads = await readHeads(client, events);
  const seals = events.map((event) => {
    const trail = trailOf(event);
    const name = `${trail.chain} ${trail.day}`;
    const before = heads.get(name);
    const place = { ...trail, seq: (before?.seq ?? 0) + 1 };
    const hash = linkOf(key, before?.hash ?? BEGINNING, place, event);
    heads.set(name, { ...place, hash });
    return { ...place, hash, id: event.id };
  });
  const columns = (rows: readonly Head[]) => [
    rows.map(({ chain }) => chain),
    rows.map(({ day }) => day),
    rows.map(({ seq }) => seq),
    rows.map(({ hash }) => hash),
  ];
  await client.query(WRITE_SEALS, [seals.map(({ id }) => id), ...columns(seals)]);
  await client.query(WRITE_HEADS, columns([...heads.values()]));
}

async function readHeads(client: pg.PoolClient, events: readonly Found[]): Promise<Map<string, Head>> {
  const trails = new Map(events.map(trailOf).map((trail) => [`${trail.chain} ${trail.day}`, trail]));
  const asked = [...trails.values()];
  const { rows } = await client.query<Head>(READ_HEADS, [asked.map(({ chain }) => chain), asked.map(({ day }) => day)]);
  return new Map(rows.map((head) => [`${head.chain} ${head.day}`, head]));
}
