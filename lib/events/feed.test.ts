import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import { env } from "@/lib/env";
import "@/prisma/testing";
import { currentSnapshot, eventsSince, type Snapshot } from "./feed";
import { record } from "./record";

const open: pg.Client[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.end()));
});

/** A connection of its own, on which a transaction can be held open. */
async function writer() {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  open.push(client);
  const write = async () =>
    (await client.query<{ id: string }>(`INSERT INTO "Event" (at, type) VALUES (now(), 'account.saved') RETURNING id::text`)).rows[0]?.id ??
    "";
  return { write, begin: () => client.query("BEGIN"), commit: () => client.query("COMMIT"), rollback: () => client.query("ROLLBACK") };
}

/** A reader that remembers everything it was ever given. */
async function reader(from?: Snapshot) {
  let cursor = from ?? (await currentSnapshot());
  const seen: string[] = [];
  const poll = async () => {
    const page = await eventsSince(cursor, 1_000);
    cursor = page.snapshot;
    seen.push(...page.events.map(({ id }) => id));
    return page.events.map(({ id }) => id);
  };
  return { poll, seen, cursor: () => cursor };
}

test("an event that was written first and committed last comes once, late", async () => {
  const [slow, fast, watching] = [await writer(), await writer(), await reader()];
  await slow.begin();
  const first = await slow.write();
  const second = await fast.write();
  expect(await watching.poll()).toEqual([second]);
  expect(await watching.poll()).toEqual([]);
  await slow.commit();
  expect(await watching.poll()).toEqual([first]);
  expect(await watching.poll()).toEqual([]);
});

test("four writers that commit out of order, hold long or roll back: nothing missed, nothing twice, also for a reader that starts in the middle", async () => {
  const watching = await reader();
  const committed: string[] = [];
  let writing = true;

  const work = async (hold: () => number) => {
    const { begin, write, commit, rollback } = await writer();
    for (let round = 0; round < 25; round += 1) {
      await begin();
      const ids = [await write(), await write()];
      await pause(hold());
      const kept = randomInt(5) > 0;
      await (kept ? commit() : rollback());
      if (kept) committed.push(...ids);
    }
  };
  const long = async () => {
    const { begin, write, commit } = await writer();
    await begin();
    const id = await write();
    await pause(400);
    await commit();
    committed.push(id);
  };
  const writers = Promise.all([work(() => randomInt(3)), work(() => randomInt(20)), work(() => randomInt(40)), long()]).finally(() => {
    writing = false;
  });

  while (writing && watching.seen.length < 40) await watching.poll();
  // What is behind this snapshot has been seen by it; the rest must still come.
  const late = await reader(watching.cursor());
  const before = new Set(watching.seen);
  while (writing) {
    await Promise.all([watching.poll(), late.poll()]);
    await pause(randomInt(5));
  }
  await writers;
  await Promise.all([watching.poll(), late.poll()]);

  const inOrder = (ids: Iterable<string>) => [...ids].map(Number).sort((one, other) => one - other);
  expect(inOrder(watching.seen)).toEqual(inOrder(committed));
  expect(inOrder([...before, ...late.seen])).toEqual(inOrder(committed));
  expect(late.seen.length).toBeGreaterThan(0);
});

test("within a page the events stand in the order of their ids, with everything they say", async () => {
  const start = await currentSnapshot();
  const at = new Date("2026-11-23T00:00:00Z");
  for (const count of [1, 2, 3]) await db.$transaction((tx) => record(tx, { type: "apiRequest.forgotten", facts: { count } }, at));
  const { events } = await eventsSince(start, 10);
  expect(events.map(({ facts }) => facts?.count)).toEqual([1, 2, 3]);
  expect(events[0]).toMatchObject({ type: "apiRequest.forgotten", at, accountId: null, questionId: null, officerId: null });
});

test("one more than the limit says that the reader is too far behind", async () => {
  const start = await currentSnapshot();
  const { write } = await writer();
  for (let count = 0; count < 6; count += 1) await write();
  expect((await eventsSince(start, 6)).events).toHaveLength(6);
  expect((await eventsSince(start, 5)).events).toHaveLength(6);
  expect((await eventsSince(start, 3)).events).toHaveLength(4);
});

test("a snapshot that is none is refused", async () => {
  for (const snapshot of ["", "garbage", "1:2", "9:1:", '1:1:\'; DROP TABLE "Event"']) {
    await expect(eventsSince(snapshot, 5)).rejects.toThrow("pg_snapshot");
  }
  expect((await pool.query(`SELECT 1 FROM "Event"`)).rows).toEqual([]);
});
