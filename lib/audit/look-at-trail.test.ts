import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { sealEvents } from "@/lib/events/seal";
import { verifyTrails } from "@/lib/events/verify";
import { addNote } from "@/lib/notes/add-note";
import { scopeOf } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { DEFAULT_TIME_ZONE, dayOf } from "@/lib/time/zones";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { exportTrail } from "./export-trail";
import { lookAtTrail } from "./look-at-trail";
import { namesIn } from "./queries";
import { PAGE_ROWS } from "./rules";
import { factsOf, wordsOf } from "./words";

const today = () => dayOf(now(), DEFAULT_TIME_ZONE);

async function sealAll() {
  await expect
    .poll(async () => {
      while ((await sealEvents()).behind);
      return (await verifyTrails({})).waiting;
    })
    .toBe(0);
}

test("a supervisor sees who did what, by person, kind and record, and that is told too", async () => {
  const { accountId, lin, zhao, he, hears } = await town();
  const { threadId } = await hears("oWang", "路灯不亮");
  await addNote({ threadId, text: "问过城管" }, lin);
  const other = await hears("oLi", "停水了");
  await addNote({ threadId: other.threadId, text: "已报修" }, zhao);
  await sealAll();

  const query = { accountId, from: today(), to: today(), machine: false };
  const types = async (asked: object) =>
    (await lookAtTrail({ ...query, ...asked }, null, he)).rows.map(({ type, officerId }) => [type, officerId]);
  expect(await types({})).toEqual([
    ["note.added", zhao.id],
    ["note.added", lin.id],
  ]);
  expect(await types({ person: lin.id })).toEqual([["note.added", lin.id]]);
  expect(await types({ record: threadId })).toEqual([["note.added", lin.id]]);
  expect(await types({ kind: "question" })).toEqual([]);
  expect(await types({ kind: "message", machine: true })).toHaveLength(2);
  expect(await types({ from: "2024-01-01", to: "2024-01-02" })).toEqual([]);
  const looked = await db.event.findMany({ where: { type: "audit.looked" }, orderBy: { id: "asc" } });
  expect(looked).toHaveLength(6);
  expect(looked[1]).toMatchObject({ accountId, officerId: he.id, facts: { person: lin.id } });
});

test("pages follow one another without a gap, and only the first is told", async () => {
  const { accountId, lin, he } = await town();
  await recordAll(
    db,
    Array.from({ length: PAGE_ROWS + 3 }, () => ({ type: "resident.tagged" as const, accountId, officerId: lin.id })),
    now(),
  );
  await sealAll();
  const query = { accountId, from: today(), to: today(), machine: false };
  const first = await lookAtTrail(query, null, he);
  const second = await lookAtTrail(query, first.next, he);
  const seqs = [...first.rows, ...second.rows].filter(({ type }) => type === "resident.tagged").map(({ seq }) => seq);
  expect(first.rows).toHaveLength(PAGE_ROWS);
  expect(seqs).toEqual(seqs.toSorted((one, other) => other - one));
  expect(new Set(seqs).size).toBe(PAGE_ROWS + 3);
  expect(second.next).toBeNull();
  expect(await db.event.count({ where: { type: "audit.looked" } })).toBe(1);
});

test("another account's trail is empty, and what belongs to none shows only what colleagues did", async () => {
  const { accountId, lin, he } = await town();
  const stranger = await db.officer.create({ data: { login: "stranger", name: "外", role: "admin" } });
  for (const officerId of [lin.id, stranger.id]) await recordAll(db, [{ type: "officer.signedIn", officerId }], now());
  await recordAll(db, [{ type: "officer.deactivated", officerId: he.id, facts: { ofId: lin.id } }], now());
  await sealAll();
  const foreign = { ...he, scope: scopeOf([]) };
  const query = { from: today(), to: today(), machine: true };
  expect((await lookAtTrail({ ...query, accountId }, null, foreign)).rows).toEqual([]);
  expect((await exportTrail({ ...query, accountId }, "csv", foreign)).rows).toEqual([]);
  const desk = await lookAtTrail({ ...query, accountId: null }, null, he);
  expect(desk.rows.filter(({ type }) => type === "officer.signedIn").map(({ officerId }) => officerId)).toEqual([lin.id]);
  const done = desk.rows.filter(({ type }) => type === "officer.deactivated");
  expect(factsOf(done[0]?.facts ?? null, await namesIn(done), wordsOf("en"))).toEqual([["whose", lin.name]]);
});
