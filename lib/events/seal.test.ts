import { expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import "@/prisma/testing";
import { readHeads, sealingLag } from "./heads";
import { recordAll } from "./record";
import { sealEvents } from "./seal";
import { type KeptHead, verifyTrails } from "./verify";

const ACCOUNT = "0197a0a0-0000-7000-8000-000000000001";
const OTHER = "0197a0a0-0000-7000-8000-000000000002";
const DAY = "2024-05-06";
const NOON = new Date(`${DAY}T04:00:00Z`);

async function happen(count: number, accountId: string | null = ACCOUNT, at = NOON) {
  const facts = (index: number) => ({ count: index, unit: "数据局", share: 0.5 });
  const event = { type: "resident.tagged" as const, ...(accountId && { accountId }) };
  await recordAll(
    db,
    Array.from({ length: count }, (_, index) => ({ ...event, facts: facts(index) })),
    at,
  );
}

/** What is committed is only sealed once no older transaction runs: other tests have some now and then. */
async function sealAll() {
  await expect
    .poll(async () => {
      while ((await sealEvents()).behind);
      return (await verifyTrails({})).waiting;
    })
    .toBe(0);
}

/** Somebody who owns the database needs no trigger's leave. */
async function tamper(sql: string) {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
  } finally {
    client.release();
  }
}

const place = (seq: number) => `(SELECT "eventId" FROM "AuditSeal" WHERE chain = '${ACCOUNT}' AND seq = ${seq})`;

async function wrongs(kept: KeptHead[] = []) {
  const { findings, found } = await verifyTrails({}, kept);
  expect(found).toBe(findings.length);
  return findings.map(({ kind, seq }) => `${kind} ${seq}`);
}

test("each account and day has a trail of its own that is whole, round after round", async () => {
  await happen(3);
  await sealAll();
  await happen(2);
  await happen(1, OTHER);
  await happen(1, null);
  await happen(1, ACCOUNT, new Date(`${DAY}T17:00:00Z`));
  expect(await sealingLag()).toBeGreaterThan(0);
  await sealAll();

  expect(await verifyTrails({})).toMatchObject({ trails: 4, events: 8, waiting: 0, found: 0 });
  expect(await verifyTrails({ chain: ACCOUNT })).toMatchObject({ trails: 2, events: 6 });
  expect(await verifyTrails({ chain: ACCOUNT, from: "2024-05-07" })).toMatchObject({ trails: 1, events: 1 });
  const heads = await readHeads(null);
  expect(heads.map(({ day, seq }) => [day, seq]).sort()).toEqual([
    ["2024-05-06", 1],
    ["2024-05-06", 1],
    ["2024-05-06", 5],
    ["2024-05-07", 1],
  ]);
  expect(await wrongs(heads)).toEqual([]);
  expect(await sealingLag()).toBe(0);
});

test.each([
  ["an event that was changed", `UPDATE "Event" SET facts = '{"count": 9}' WHERE id = ${place(3)}`, ["changed 3"]],
  ["an officer who was put in another's place", `UPDATE "Event" SET "officerId" = '${OTHER}' WHERE id = ${place(1)}`, ["changed 1"]],
  ["an event that was moved to another account", `UPDATE "Event" SET "accountId" = '${OTHER}' WHERE id = ${place(2)}`, ["changed 2"]],
  ["an event that was removed", `DELETE FROM "Event" WHERE id = ${place(4)}`, ["missing 4"]],
  [
    "an event that was removed with its seal",
    `DELETE FROM "Event" WHERE id = ${place(4)}; DELETE FROM "AuditSeal" WHERE seq = 4`,
    ["sealMissing 4", "changed 5"],
  ],
  [
    "two events that changed places",
    `UPDATE "AuditSeal" SET seq = CASE seq WHEN 2 THEN 103 ELSE 102 END WHERE seq IN (2, 3); UPDATE "AuditSeal" SET seq = seq - 100 WHERE seq > 100`,
    ["changed 2", "changed 3", "changed 4"],
  ],
  [
    "an event that was put among those that are sealed",
    `INSERT INTO "Event" (xid, at, type, "accountId") VALUES ('1', now(), 'resident.tagged', '${ACCOUNT}')`,
    ["unsealed null"],
  ],
  [
    "a seal that was made up",
    `INSERT INTO "Event" (id, xid, at, type, "accountId") VALUES (999999, '1', '${NOON.toISOString()}', 'resident.tagged', '${ACCOUNT}'); INSERT INTO "AuditSeal" VALUES (999999, '${ACCOUNT}', '${DAY}', 6, sha256('x')); UPDATE "AuditHead" SET seq = 6, hash = sha256('x')`,
    ["changed 6"],
  ],
  ["a seal that was changed", `UPDATE "AuditSeal" SET hash = sha256('x') WHERE seq = 2`, ["changed 2", "changed 3"]],
  ["an end that was cut off", `DELETE FROM "Event" WHERE id = ${place(5)}; DELETE FROM "AuditSeal" WHERE seq = 5`, ["cut 4"]],
])("%s is found", async (_, sql, found) => {
  await happen(5);
  await sealAll();
  await tamper(sql);
  expect(await wrongs()).toEqual(found);
});

test("an end that was cut off with its head, or sealed anew, is told by the heads that were kept elsewhere", async () => {
  await happen(5);
  await sealAll();
  const kept = await readHeads(null);
  await tamper(`DELETE FROM "Event" WHERE id = ${place(5)}; DELETE FROM "AuditSeal" WHERE seq = 5;
    UPDATE "AuditHead" SET seq = 4, hash = (SELECT hash FROM "AuditSeal" WHERE seq = 4)`);
  expect(await wrongs()).toEqual([]);
  expect(await wrongs(kept)).toEqual(["cut 4"]);

  await tamper(`TRUNCATE "AuditSeal"; TRUNCATE "AuditHead"; TRUNCATE "AuditCursor"`);
  await happen(1);
  await sealAll();
  expect(await wrongs()).toEqual([]);
  expect(await wrongs(kept)).toEqual(["cut 5"]);
});

test("what is put into a day long over is told by the head that was kept since", async () => {
  await happen(2);
  await sealAll();
  const kept = (await readHeads(null)).map((head) => ({ ...head, at: "2024-05-09T00:00:00Z" }));
  await happen(1);
  await sealAll();
  expect(await wrongs(kept)).toEqual(["late 3"]);
});

test("several workers at once seal every event once", async () => {
  await happen(1);
  await sealAll();
  const rounds = Array.from({ length: 30 }, async (_, index) => (index % 3 === 0 ? happen(20) : sealEvents()));
  await Promise.all(rounds);
  await sealAll();
  expect(await verifyTrails({})).toMatchObject({ events: 201, found: 0 });
});
