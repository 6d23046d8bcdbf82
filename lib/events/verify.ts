import type pg from "pg";
import { pool } from "@/lib/db";
import { unseal } from "@/lib/sealing";
import { BEGINNING, linkOf, type Place, TRAIL_COLUMNS, type TrailEvent, trailOf } from "./chain";

/** `chain`: an account's, or the desk's own; days of China, both included. */
export type Selection = { chain?: string | undefined; from?: string | undefined; to?: string | undefined };
/** The end of a trail at an instant, as it was kept outside the database. */
export type KeptHead = Place & { hash: string; at: string };
/**
 * changed: an event, its seal or the seal before it is not what was sealed. missing: it was sealed and is gone. sealMissing: a place of the
 * trail is empty. unsealed: it stands among events that are sealed, and never was. cut: the trail ended further on, or otherwise.
 * late: it was put into a day that was over.
 */
export type FindingKind = "changed" | "missing" | "sealMissing" | "unsealed" | "cut" | "late";
export type Finding = { kind: FindingKind; chain: string; day: string; seq: number | null; eventId: string | null };
export type Verification = { trails: number; events: number; waiting: number; heads: number; findings: Finding[]; found: number };
type Sealed = Place & { hash: Buffer; eventId: string; id: string | null } & Omit<TrailEvent, "id">;
type Trail = { chain: string; day: string; end: number };

const BATCH = 5_000;
/** What is found beyond this is only counted. */
const MOST_TOLD = 200;
const DAY = 86_400_000;
const CHOSEN = `($1::uuid IS NULL OR chain = $1) AND ($2::date IS NULL OR day >= $2) AND ($3::date IS NULL OR day <= $3)`;
const TRAILS = `SELECT chain, day::text AS day, max(seq) AS end FROM
  (SELECT chain, day, max(seq) AS seq FROM "AuditSeal" WHERE ${CHOSEN} GROUP BY 1, 2 UNION ALL SELECT chain, day, 0 FROM "AuditHead" WHERE ${CHOSEN}) known
  GROUP BY 1, 2 ORDER BY 2, 1`;
const LINKS = `SELECT s.seq, s.hash, s."eventId"::text AS "eventId", e.id::text AS id, ${TRAIL_COLUMNS}
  FROM "AuditSeal" s LEFT JOIN "Event" e ON e.id = s."eventId" WHERE s.chain = $1 AND s.day = $2 AND s.seq > $3 ORDER BY s.seq LIMIT ${BATCH}`;
/** Behind the cursor everything has its seal, but for what is still to be caught up with. */
const UNSEALED = `SELECT e.id::text AS id, e.at, e."accountId", cursor.id IS NOT NULL AND (e.xid, e.id) > (cursor.xid::text::xid8, cursor."eventId")
    OR e.id > cursor."pendingFrom" AND e.id <= cursor."pendingTo" AS waits
  FROM "Event" e LEFT JOIN "AuditSeal" s ON s."eventId" = e.id LEFT JOIN "AuditCursor" cursor ON true WHERE s."eventId" IS NULL ORDER BY e.id`;

/**
 * Walks the trails of a selection and tells what is not as it was sealed, as of one instant.
 * @param kept ends of trails from outside the database: without them nobody can tell that the end of a trail was cut off with its seals
 */
export async function verifyTrails(
  selection: Selection,
  kept: readonly KeptHead[] = [],
  tell: (done: { events: number; day: string }) => void = () => undefined,
): Promise<Verification> {
  const client = await pool.connect();
  const result: Verification = { trails: 0, events: 0, waiting: 0, heads: 0, findings: [], found: 0 };
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows: keys } = await client.query<{ sealedKey: string }>(`SELECT "sealedKey" FROM "AuditCursor"`);
    const key = keys[0] ? Buffer.from(unseal(keys[0].sealedKey, "audit"), "base64") : null;
    const asked = [selection.chain ?? null, selection.from ?? null, selection.to ?? null];
    const { rows: trails } = await client.query<Trail>(TRAILS, asked);
    const gone = kept.filter((head) => isChosen(selection, head) && !trails.some((trail) => isOf(trail, head)));
    for (const { chain, day } of gone) note(result, { kind: "cut", chain, day, seq: 0, eventId: null });
    for (const trail of trails) {
      result.trails += 1;
      const heads = kept.filter((head) => isOf(trail, head));
      await walk(client, key ?? BEGINNING, trail, heads, result, () => tell({ events: result.events, day: trail.day }));
    }
    await findUnsealed(client, selection, result);
    return result;
  } finally {
    await client.query("ROLLBACK").catch(() => undefined);
    client.release();
  }
}

async function walk(client: pg.PoolClient, key: Buffer, trail: Trail, kept: KeptHead[], result: Verification, tell: () => void) {
  const { chain, day, end } = trail;
  const hashes = new Map(kept.map((head) => [head.seq, head]));
  const over = kept.filter(({ at }) => Date.parse(at) > Date.parse(day) + 2 * DAY).map(({ seq }) => seq);
  const lastInTime = over.length > 0 ? Math.min(...over) : Number.POSITIVE_INFINITY;
  let before: Buffer = BEGINNING;
  let expected = 1;
  for (let seq = 0; seq < end; seq = expected - 1) {
    const { rows } = await client.query<Sealed>(LINKS, [chain, day, seq]);
    for (const row of rows) {
      for (; expected < row.seq; expected++) note(result, { kind: "sealMissing", chain, day, seq: expected, eventId: null });
      const kind = wrongWith(key, before, { chain, day, seq: row.seq }, row) ?? (row.seq > lastInTime ? "late" : null);
      if (kind) note(result, { kind, chain, day, seq: row.seq, eventId: row.eventId });
      const head = hashes.get(row.seq);
      if (head && head.hash !== row.hash.toString("hex")) note(result, { kind: "cut", chain, day, seq: row.seq, eventId: row.eventId });
      before = row.hash;
      expected = row.seq + 1;
      result.events += 1;
    }
    tell();
  }
  const { rows: heads } = await client.query<{ seq: number; hash: Buffer }>(
    `SELECT seq, hash FROM "AuditHead" WHERE chain = $1 AND day = $2`,
    [chain, day],
  );
  const isWhole = heads[0]?.seq === end && heads[0].hash.equals(before) && kept.every((head) => head.seq <= end);
  if (!isWhole) note(result, { kind: "cut", chain, day, seq: end, eventId: null });
  result.heads += kept.length;
}

function wrongWith(key: Buffer, before: Buffer, place: Place, row: Sealed): FindingKind | null {
  if (row.id === null) return "missing";
  const event = { ...row, id: row.id };
  const trail = trailOf(event);
  const fits = trail.chain === place.chain && trail.day === place.day && linkOf(key, before, place, event).equals(row.hash);
  return fits ? null : "changed";
}

async function findUnsealed(client: pg.PoolClient, selection: Selection, result: Verification) {
  const { rows } = await client.query<Pick<TrailEvent, "id" | "at" | "accountId"> & { waits: boolean | null }>(UNSEALED);
  for (const { id, waits, ...event } of rows) {
    const trail = trailOf(event);
    if (!isChosen(selection, trail)) continue;
    if (waits) result.waiting += 1;
    else note(result, { kind: "unsealed", ...trail, seq: null, eventId: id });
  }
}

function note(result: Verification, finding: Finding) {
  result.found += 1;
  if (result.findings.length < MOST_TOLD) result.findings.push(finding);
}

const isOf = (trail: Omit<Place, "seq">, { chain, day }: Omit<Place, "seq">) => trail.chain === chain && trail.day === day;

function isChosen({ chain, from, to }: Selection, trail: Omit<Place, "seq">): boolean {
  return (
    (chain === undefined || chain === trail.chain) && (from === undefined || trail.day >= from) && (to === undefined || trail.day <= to)
  );
}
