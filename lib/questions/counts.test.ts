import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { after, DAY, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { setTimeZone } from "@/lib/accounts/set-time-zone";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { queueCounts } from "./counts";
import { listQueue } from "./queries";
import { reopenQuestion } from "./reopen-question";
import { answered, at, eight, plant, queue } from "./testing";

const NOTHING = {
  ...{ waiting: 0, mine: 0, promises: 0, dueSoon: 0, overdue: 0, snoozed: 0, done: 0, asked: 0, all: 0 },
  ...{ late: 0, promisedToday: 0 },
};

/** What the tallies say, and what a recount says. */
async function tallies() {
  const said = await db.$queryRaw<{ asked: number }[]>`SELECT COALESCE(sum(asked), 0)::int AS asked FROM "QuestionTally"`;
  const quarters = await db.$queryRaw<{ startsAt: Date; ended: number }[]>`
    SELECT "startsAt", sum(ended)::int AS ended FROM "EndedTally" GROUP BY "startsAt" HAVING sum(ended) <> 0 ORDER BY "startsAt"`;
  return { ...said[0], quarters };
}

async function recounted() {
  const said = await db.$queryRaw<{ asked: number }[]>`SELECT count(*)::int AS asked FROM "Question"`;
  const quarters = await db.$queryRaw<{ startsAt: Date; ended: number }[]>`
    SELECT to_timestamp(floor(extract(epoch FROM COALESCE("answeredAt", "closedAt")) / 900) * 900) AS "startsAt", count(*)::int AS ended FROM "Question"
    WHERE "answeredAt" IS NOT NULL OR "closedAt" IS NOT NULL GROUP BY 1 ORDER BY 1`;
  return { ...said[0], quarters };
}

test("a question is counted where it stands, and moves from view to view with what happens to it", async () => {
  const { lin, hears } = await town();
  expect(await queueCounts(scopeOf([uuid()]), lin.id, eight)).toMatchObject(NOTHING);
  const { questionId } = await hears("o-xing", "路灯不亮", eight);
  const count = (when: Date) => queueCounts(lin.scope, lin.id, when);
  const { readAt, ...counted } = await count(at(1));
  expect(counted).toEqual({ ...NOTHING, waiting: 1, all: 1, changesAt: at(600 - 185) });
  expect((await count(at(1))).readAt.getTime()).toBeGreaterThan(readAt.getTime());
  expect(await count(at(600 - 185))).toMatchObject({ waiting: 1, dueSoon: 1, overdue: 0, changesAt: after(at(595), 1) });
  expect(await count(after(at(595), 1))).toMatchObject({ waiting: 1, dueSoon: 0, overdue: 1, late: 1 });
  await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin, at(600));
  expect(await count(at(601))).toMatchObject({ ...NOTHING, done: 1, all: 1, changesAt: after(eight, 16 * 60 * MINUTE) });
  expect(await count(after(eight, DAY))).toMatchObject({ done: 0, all: 1 });
});

test("today is that of each account's clock, by quarters of an hour, also once it is set anew", async () => {
  const { accountId, lin, he, hears } = await town();
  const done = async (when: Date) => (await queueCounts(lin.scope, lin.id, when)).done;
  // Midnight in Kathmandu, and an instant before.
  const midnight = new Date("2026-11-22T18:15:00Z");
  for (const [openid, when] of [["o-xing", after(midnight, -1)] as const, ["o-wang", midnight] as const]) {
    const { questionId } = await hears(openid, "路灯不亮", after(midnight, -MINUTE));
    await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin, when);
  }
  expect([await done(midnight), await done(eight)]).toEqual([2, 2]);
  await setTimeZone({ accountId, timeZone: "Asia/Kathmandu" }, he, eight);
  expect([await done(after(midnight, -1)), await done(eight)]).toEqual([1, 1]);
  expect((await queueCounts(lin.scope, lin.id, eight)).changesAt).toEqual(after(midnight, DAY));
  const [first] = (await listQueue(lin.scope, queue("all"), lin.id, {}, eight)).rows;
  expect([first?.timeZone, first?.number.slice(0, 8)]).toEqual(["Asia/Kathmandu", "20261123"]);
});

test("the tallies are those of a recount, whatever happens at once, and can be made anew", async () => {
  const { lin, hears, accountId } = await town();
  await plant(accountId, [lin.id], eight, 60);
  const heard = await Promise.all(Array.from({ length: 24 }, (_, index) => hears(`o-${index}`, "路灯不亮", at(index))));
  const ids = heard.map(({ questionId }) => questionId ?? "");
  await Promise.all(ids.map((questionId) => closeQuestion({ questionId, reason: "repeated" }, lin, at(100))));
  await Promise.all([
    ...ids.slice(0, 8).map((questionId) => reopenQuestion({ questionId }, lin, at(200))),
    ...ids.slice(8, 12).map((id) => db.question.update({ where: { id }, data: { closedAt: after(eight, DAY) } })),
    ...Array.from({ length: 8 }, (_, index) => hears(`o-new-${index}`, "停水了", at(index))),
  ]);
  await Promise.all(ids.slice(0, 4).map((id) => answered(id, lin, after(eight, 2 * DAY))));
  await db.message.deleteMany({ where: { questionId: ids[20] ?? "" } });
  await db.question.delete({ where: { id: ids[20] ?? "" } });
  const counted = await recounted();
  expect(counted.asked).toBe(60 + 24 + 8 - 1);
  expect(await tallies()).toEqual(counted);

  await db.$executeRaw`UPDATE "QuestionTally" SET asked = asked + 5`;
  await db.$executeRaw`DELETE FROM "EndedTally"`;
  await db.$executeRaw`SELECT tally_questions()`;
  expect(await tallies()).toEqual(counted);
});

test("a transaction whose slot is taken finds the next free one, so that connections leave none of their own behind", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "路灯不亮", eight);
  const other = await pool.connect();
  try {
    await other.query("BEGIN");
    await other.query("SELECT pg_advisory_xact_lock(20261122, slot) FROM generate_series(0, 63) slot WHERE slot <> 17");
    await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin, at(100));
    expect(await db.endedTally.findMany({ select: { slot: true } })).toEqual([{ slot: 17 }]);
  } finally {
    await other.query("ROLLBACK");
    other.release();
  }
});
