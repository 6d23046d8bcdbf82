import type pg from "pg";
import { pool } from "@/lib/db";
import { currentSnapshot, eventsSince, followedEpoch } from "@/lib/events/feed";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { deriveFacts } from "./derive";
import { namedBy } from "./named";
import { inTransaction } from "./transaction";

type Cursor = { epoch: string; snapshot: string; pendingFrom: string | null; staleAt: Date | null };
/** What one round did. `behind`: there is more to do at once. */
export type Followed = { events: number; questions: number; behind: boolean };

/** One who is further behind begins anew. */
const MOST_EVENTS = 50_000;
const BATCH = 500;
/** A rebuild derives so many batches at once. */
const LANES = 2;
/** One who left sums for later and has not been heard of for so long will not make them. */
const PATIENCE = 2 * MINUTE;
const WRITING = "BEGIN; SET LOCAL max_parallel_workers_per_gather = 0";
/** Who follows the events waits for this row. */
const HOLD_CURSOR = `SELECT 1 FROM "FactCursor" WHERE id = 1 FOR UPDATE`;
/** From the first month on, since an instant at which somebody still meant to make them. */
const LEAVE_SUMS = `UPDATE "FactCursor" SET "staleFrom" = '-infinity', "staleAt" = $1 WHERE id = 1`;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** The first month, from one on, of which there are facts or sums. */
const NEXT_MONTH = `SELECT date_trunc('month', min(first))::date::text AS month FROM (SELECT "staleFrom" AS stale FROM "FactCursor" WHERE id = 1) cursor
  CROSS JOIN LATERAL (SELECT min(day) AS first FROM "QuestionFact" WHERE day >= stale
    UNION ALL SELECT min("endedDay") FROM "QuestionFact" WHERE "endedDay" >= stale UNION ALL SELECT min(day) FROM "DutyFact" WHERE day >= stale
    UNION ALL SELECT min(start) FROM "Tally" WHERE start >= stale UNION ALL SELECT min(start) FROM "Distribution" WHERE start >= stale) days`;

/**
 * Turns what has happened since the last round into facts: of every question that an event names, and of those that time alone has changed.
 * Of several workers that try, one succeeds. A heartbeat, not an act: it leaves no trace in the events.
 */
export async function followEvents(at = now()): Promise<Followed> {
  const epoch = await followedEpoch();
  const cursor = (await readCursor()) ?? (await beginAnew(epoch));
  if (cursor.epoch !== epoch) return restart(epoch);
  if (cursor.staleAt && after(cursor.staleAt, PATIENCE) < at) {
    await sumNextMonth();
    return { events: 0, questions: 0, behind: true };
  }
  const page = await eventsSince(cursor.snapshot, MOST_EVENTS);
  if (page.events.length > MOST_EVENTS) return restart(cursor.epoch);
  const { rows: turning } = await pool.query<{ id: string }>(
    `SELECT "questionId" AS id FROM "QuestionFact" WHERE "turnsAt" <= $1 ORDER BY "turnsAt" LIMIT $2`,
    [at, BATCH],
  );
  if (page.events.length === 0 && turning.length === 0 && cursor.pendingFrom === null) return { events: 0, questions: 0, behind: false };
  return inTransaction(WRITING, async (client) => {
    const moved = await client.query(`UPDATE "FactCursor" SET snapshot = $2 WHERE id = 1 AND snapshot = $1 AND epoch = $3`, [
      cursor.snapshot,
      page.snapshot,
      cursor.epoch,
    ]);
    if (moved.rowCount !== 1) return { events: 0, questions: 0, behind: false };
    const pending = await takePending(client);
    const ids = [...new Set([...(await namedBy(client, page.events)), ...turning.map(({ id }) => id), ...pending])];
    for (let from = 0; from < ids.length; from += BATCH) await deriveFacts(client, ids.slice(from, from + BATCH), at);
    return { events: page.events.length, questions: ids.length, behind: pending.length > 0 || turning.length === BATCH };
  });
}

/**
 * Makes all facts anew from the events, a batch under each hold of the cursor, beside whoever follows them, and leaves their sums for later;
 * then, a month under each, what is summed of them, so that a wrong sum does not stay either. Of one that ends early, whoever follows sums
 * the rest. `tell`: after each batch, how many are done and how many rows and sums had to change.
 */
export async function rebuildFacts(
  tell: (progress: { done: number; all: number; differed: number }) => void,
  at?: Date,
): Promise<{ done: number; differed: number }> {
  if (!(await readCursor())) await beginAnew(await followedEpoch());
  await leaveSums(at ?? now());
  const { rows: counted } = await pool.query<{ all: number }>(`SELECT count(*)::int AS all FROM "Question"`);
  const total = { done: 0, all: counted[0]?.all ?? 0, differed: 0 };
  for (let after = FIRST_ID; ; ) {
    const batch = await rebuildBatch(after, at ?? now());
    total.done += batch.ids.length;
    total.differed += batch.differed;
    tell(total);
    const last = batch.ids.at(-1);
    if (!last || batch.ids.length < LANES * BATCH) break;
    after = last;
  }
  await leaveSums(at ?? now());
  for (let wrong = await sumNextMonth(at ?? now()); wrong !== null; wrong = await sumNextMonth(at ?? now())) {
    total.differed += wrong;
    tell(total);
  }
  return { done: total.done, differed: total.differed };
}

/** Whoever holds the cursor may write facts in other transactions too: each of these is right by itself. */
async function rebuildBatch(after: string, at: Date): Promise<{ ids: string[]; differed: number }> {
  return inTransaction(WRITING, async (holder) => {
    // Said with every batch: whoever sums may have said meanwhile that no sum waits.
    await holder.query(LEAVE_SUMS, [at]);
    const ids = await idsAfter(holder, after, LANES * BATCH);
    const lanes = Array.from({ length: LANES }, (_, lane) => ids.slice(lane * BATCH, (lane + 1) * BATCH)).filter(
      ({ length }) => length > 0,
    );
    const written = await Promise.allSettled(lanes.map((lane) => inTransaction(WRITING, (client) => deriveWithoutSums(client, lane, at))));
    const differed = written.map((lane) => {
      if (lane.status === "rejected") throw lane.reason;
      return lane.value.written + lane.value.removed;
    });
    return { ids, differed: differed.reduce((sum, one) => sum + one, 0) };
  });
}

async function deriveWithoutSums(client: pg.ClientBase, questionIds: readonly string[], at: Date) {
  await client.query("SET LOCAL jida.sums = 'later'");
  return deriveFacts(client, questionIds, at);
}

/** From here on no sum can be relied upon until its month is summed anew. */
async function leaveSums(at: Date): Promise<void> {
  await pool.query(LEAVE_SUMS, [at]);
}

/** Sums the first month that waits for it, after the last one the totals; returns how many sums had been wrong, null when nothing waits. `at`: said to those who might take over. */
async function sumNextMonth(at?: Date): Promise<number | null> {
  return inTransaction(WRITING, async (client) => {
    await client.query(HOLD_CURSOR);
    const { rows: waiting } = await client.query<{ month: string }>(NEXT_MONTH);
    const month = waiting[0]?.month;
    if (!month) return sumTotals(client);
    const { rows } = await client.query<{ wrong: number }>(`SELECT sum_facts_anew($1::date) AS wrong`, [month]);
    await client.query(
      `UPDATE "FactCursor" SET "staleFrom" = $1::date + interval '1 month', "staleAt" = COALESCE($2, "staleAt") WHERE id = 1`,
      [month, at],
    );
    return rows[0]?.wrong ?? 0;
  });
}

/** What is summed over all time. */
async function sumTotals(client: pg.ClientBase): Promise<number | null> {
  const { rowCount } = await client.query(
    `UPDATE "FactCursor" SET "staleFrom" = NULL, "staleAt" = NULL WHERE id = 1 AND "staleAt" IS NOT NULL`,
  );
  if (rowCount === 0) return null;
  const { rows } = await client.query<{ wrong: number }>("SELECT total_clusters_anew() AS wrong");
  return rows[0]?.wrong ?? 0;
}

async function readCursor(): Promise<Cursor | undefined> {
  const { rows } = await pool.query<Cursor>(`SELECT epoch, snapshot, "pendingFrom", "staleAt" FROM "FactCursor" WHERE id = 1`);
  return rows[0];
}

/** From here on events are followed; what was before is gone through once, in the order of ids. */
async function beginAnew(epoch: string): Promise<Cursor> {
  const begun = { epoch, snapshot: await currentSnapshot(), pendingFrom: FIRST_ID, staleAt: null };
  await pool.query(`INSERT INTO "FactCursor" (id, epoch, snapshot, "pendingFrom") VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING`, [
    epoch,
    begun.snapshot,
    begun.pendingFrom,
  ]);
  return (await readCursor()) ?? begun;
}

async function restart(epoch: string): Promise<Followed> {
  await pool.query(`UPDATE "FactCursor" SET epoch = $1, snapshot = $2, "pendingFrom" = $3 WHERE id = 1`, [
    epoch,
    await currentSnapshot(),
    FIRST_ID,
  ]);
  return { events: 0, questions: 0, behind: true };
}

async function takePending(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<Pick<Cursor, "pendingFrom">>(`SELECT "pendingFrom" FROM "FactCursor" WHERE id = 1`);
  const from = rows[0]?.pendingFrom;
  if (!from) return [];
  const ids = await idsAfter(client, from, BATCH);
  await client.query(`UPDATE "FactCursor" SET "pendingFrom" = $1 WHERE id = 1`, [ids.length < BATCH ? null : ids.at(-1)]);
  return ids;
}

async function idsAfter(client: pg.ClientBase, after: string, most: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM "Question" WHERE id > $1 ORDER BY id LIMIT $2`, [after, most]);
  return rows.map(({ id }) => id);
}
