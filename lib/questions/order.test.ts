import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { dutyOf } from "@/lib/sla/rules";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { mayCollect } from "./collecting";
import { isCursor } from "./order";
import { listQuestions, type QuestionRow } from "./queries";
import { isDanger, statusOf } from "./rules";
import { at, eight, pageThrough, plant, question } from "./testing";

const COUNT = 320;

const urgencyOf = (row: QuestionRow, windowClosesAt: Date | null) => [
  isDanger(row) && statusOf(row) === "open" ? 0 : 1,
  dutyOf(row, windowClosesAt).at?.getTime() ?? Number.POSITIVE_INFINITY,
  row.id,
];

function ascending(keys: (number | string)[][]): boolean {
  return keys.every((key, index) => index === 0 || compare(keys[index - 1] ?? [], key) < 0);
}

function compare(one: (number | string)[], other: (number | string)[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? value;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}

test("the database's order is that of dutyOf(), danger first, and paging over equal instants gives every row exactly once", async () => {
  const { lin, accountId } = await town();
  await plant(accountId, [lin.id], eight, COUNT);
  const windows = new Map((await db.resident.findMany()).map(({ id, messageWindowClosesAt }) => [id, messageWindowClosesAt]));
  const all = await pageThrough((cursor) => listQuestions(lin.scope, { cursor, limit: 7 }));
  expect(new Set(all.map(({ id }) => id)).size).toBe(COUNT);
  expect(all).toHaveLength(COUNT);
  expect(ascending(all.map((row) => urgencyOf(row, windows.get(row.residentId) ?? null)))).toBe(true);
});

test.each(["answered", "closed"] as const)("%s ones: what ended last first, every row exactly once", async (status) => {
  const { lin, accountId } = await town();
  await plant(accountId, [lin.id], eight, COUNT);
  const rows = await pageThrough((cursor) => listQuestions(lin.scope, { status, cursor, limit: 5 }));
  const ended = await db.question.findMany({ where: status === "answered" ? { answeredAt: { not: null } } : { closedAt: { not: null } } });
  expect(rows.map(({ id }) => id).sort()).toEqual(ended.map(({ id }) => id).sort());
  const keys = rows.map((row) => [(row.answeredAt ?? row.closedAt)?.getTime() ?? 0, row.id]);
  expect(ascending(keys.toReversed())).toBe(true);
});

test("a cursor that we never gave is none, and starts over instead of failing", async () => {
  const { lin, accountId } = await town();
  await plant(accountId, [lin.id], eight, COUNT);
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const id = uuid();
  const garbage = [
    "garbage",
    "ß",
    encoded(null),
    encoded({}),
    encoded([1]),
    encoded([2, null, id]),
    encoded([1, "yesterday", id]),
    encoded([1, "2026-02-30T99:00:00.000Z", id]),
    encoded([1, null, [id]]),
    encoded([1, ["2026-11-22T00:00:00.000Z"], id]),
    encoded([1, "0000-01-01T00:00:00.000Z", id]),
    encoded([1, null, id, [""]]),
    encoded([1, null, '\'; DROP TABLE "Question"; --']),
  ];
  const first = await listQuestions(lin.scope, { limit: 3 });
  for (const cursor of garbage) {
    expect(isCursor(cursor)).toBe(false);
    expect(await listQuestions(lin.scope, { cursor, limit: 3 })).toEqual(first);
  }
  const ended = await listQuestions(lin.scope, { status: "answered", limit: 3 });
  const endless = encoded([1, null, id]);
  expect(isCursor(endless)).toBe(true);
  expect(await listQuestions(lin.scope, { status: "answered", cursor: endless, limit: 3 })).toEqual(ended);
});

test("what the row keeps stays true when WeChat's window moves, even in the same instant as a promise is made", async () => {
  const { hears } = await town();
  for (let round = 0; round < 10; round++) {
    const { questionId, threadId } = await hears(`o-${round}`, "停水了", eight);
    const promise = { firstRepliedAt: at(60), promisedAt: after(eight, 60 * HOUR), promisedUnit: "供水公司" };
    await Promise.all([
      db.$transaction(async (tx) => {
        await mayCollect(tx, threadId);
        await tx.question.update({ where: { id: questionId ?? "" }, data: promise });
      }),
      hears(`o-${round}`, "谢谢", after(eight, HOUR)),
    ]);
    expect((await question(questionId)).actBy).toEqual(after(eight, 49 * HOUR - MINUTE));
  }
  await db.resident.updateMany({ data: { messageWindowClosesAt: after(eight, 70 * HOUR) } });
  const kept = await db.question.findMany({ select: { owedAt: true, actBy: true } });
  expect(kept).toEqual(Array(10).fill({ owedAt: after(eight, 60 * HOUR), actBy: after(eight, 60 * HOUR) }));
});
