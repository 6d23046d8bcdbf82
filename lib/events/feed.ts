import { pool } from "@/lib/db";
import type { EventType } from "./types";

/** Where a reader stands in the feed: PostgreSQL's pg_snapshot as text. What a snapshot saw is behind it, whatever commits later is ahead. */
export type Snapshot = string;
export type FeedEvent = {
  id: string;
  at: Date;
  type: EventType;
  accountId: string | null;
  threadId: string | null;
  questionId: string | null;
  messageId: string | null;
  replyId: string | null;
  officerId: string | null;
  facts: Record<string, unknown> | null;
};
export type FeedPage = { snapshot: Snapshot; events: FeedEvent[] };

/** Each part in the order of its index: nobody knows how many events lie ahead, and a plan that guesses goes through them all. */
const READ = {
  name: "read-feed",
  text: `SELECT now.snapshot::text AS snapshot, e.id::text AS id, e.at, e.type, e."accountId", e."threadId", e."questionId", e."messageId", e."replyId", e."officerId", e.facts
    FROM (SELECT pg_current_snapshot() AS snapshot) now
    LEFT JOIN LATERAL (
      SELECT * FROM (
        (SELECT * FROM "Event" WHERE xid >= pg_snapshot_xmax($1::pg_snapshot) AND pg_visible_in_snapshot(xid, now.snapshot) ORDER BY xid, id LIMIT $2)
        UNION ALL
        (SELECT * FROM "Event" WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip($1::pg_snapshot))) AND pg_visible_in_snapshot(xid, now.snapshot) ORDER BY xid, id LIMIT $2)
      ) ahead ORDER BY id LIMIT $2
    ) e ON true ORDER BY e.id`,
};

const FIELDS = `e.id::text AS id, e.at, e.type, e."accountId", e."threadId", e."questionId", e."messageId", e."replyId", e."officerId", e.facts`;
/** For readers that may lose nothing, however far behind: rare, and then through most of what there is. */
const recorded = (ahead: string) =>
  `SELECT now.snapshot::text AS snapshot, ${FIELDS} FROM (SELECT pg_current_snapshot() AS snapshot) now
    LEFT JOIN LATERAL (SELECT * FROM "Event" WHERE ${ahead} AND type = ANY($2) AND pg_visible_in_snapshot(xid, now.snapshot)) e ON true ORDER BY e.id`;
const RECORDED_SINCE = recorded(`(xid >= pg_snapshot_xmax($1::pg_snapshot) OR xid = ANY (ARRAY(SELECT pg_snapshot_xip($1::pg_snapshot))))`);
const RECORDED_AFTER = recorded("id > $1");

const FORBIDDEN = "42501";
let followed: Promise<string> | undefined;

/** The point from which a new reader starts. */
export async function currentSnapshot(): Promise<Snapshot> {
  const { rows } = await pool.query<{ snapshot: Snapshot }>("SELECT pg_current_snapshot()::text AS snapshot");
  return rows[0]?.snapshot ?? "1:1:";
}

/**
 * Everything that has committed since `since`, in order, each event once: also one whose transaction began earlier and committed later.
 * @param limit one more than this means that the reader has fallen too far behind to be caught up event by event
 */
export async function eventsSince(since: Snapshot, limit: number): Promise<FeedPage> {
  const { rows } = await pool.query<FeedEvent & { snapshot: Snapshot }>({ ...READ, values: [since, limit + 1] });
  const snapshot = rows[0]?.snapshot ?? since;
  return { snapshot, events: rows.filter(({ id }) => id !== null) };
}

/** Everything of some types that has committed since `since`, in order, each event once, however many they are. */
export async function recordedSince(since: Snapshot, types: readonly EventType[]): Promise<FeedPage> {
  return pageOf(RECORDED_SINCE, since, types);
}

/** Everything of some types that has a greater id than one, for a reader whose snapshot is of another history. */
export async function recordedAfter(id: bigint, types: readonly EventType[]): Promise<FeedPage> {
  return pageOf(RECORDED_AFTER, String(id), types);
}

async function pageOf(text: string, from: string, types: readonly EventType[]): Promise<FeedPage> {
  const { rows } = await pool.query<FeedEvent & { snapshot: Snapshot }>(text, [from, types]);
  return { snapshot: rows[0]?.snapshot ?? from, events: rows.filter(({ id }) => id !== null) };
}

/**
 * Names this very history of this very database: another one after a restore, a failover or a move. Cursors of another epoch mean nothing here.
 * Where the server's control data may not be read, the database's own identity has to do.
 * @throws Error when the database gives no answer: an epoch that is guessed would make every follower begin anew
 */
export async function feedEpoch(): Promise<string> {
  const database = `(SELECT oid FROM pg_database WHERE datname = current_database())`;
  try {
    const { rows } = await pool.query<{ epoch: string }>(
      `SELECT concat_ws('.', (pg_control_system()).system_identifier, (pg_control_checkpoint()).timeline_id, ${database}) AS epoch`,
    );
    return rows[0]?.epoch ?? "";
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === FORBIDDEN)) throw error;
    const { rows } = await pool.query<{ epoch: string }>(`SELECT concat_ws('.', 'database', ${database}) AS epoch`);
    return rows[0]?.epoch ?? "";
  }
}

/** The same as a follower needs it, who goes on in one history: asked once by a process, and again where that failed. */
export function followedEpoch(): Promise<string> {
  followed ??= feedEpoch().catch((error: unknown) => {
    followed = undefined;
    throw error;
  });
  return followed;
}
