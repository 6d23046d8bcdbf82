import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { dutyOf } from "@/lib/sla/rules";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { isCursor } from "./order";
import { listQuestions, listQueue, type QuestionRow } from "./queries";
import { isDanger, statusOf } from "./rules";
import { eight } from "./testing";

const COUNT = 320;

/** Questions in every state, on instants so few that many are equal; each of a thread of its own. */
async function plant(accountId: string, officerId: string) {
  const some = <T>(...values: T[]) => values[randomInt(values.length)] as T;
  const instant = (...hours: number[]) => after(eight, some(...hours) * HOUR + some(0, 10, 20) * MINUTE);
  const plants = Array.from({ length: COUNT }, () => {
    const [residentId, threadId] = [uuid(), uuid()];
    const openedAt = instant(-2, -1, 0);
    const ended = some("open", "open", "open", "open", "answered", "closed");
    const endedAt = instant(1, 2);
    return {
      resident: {
        id: residentId,
        accountId,
        openid: `o-${residentId}`,
        firstSeenAt: eight,
        messageWindowClosesAt: some(null, instant(-3, 0, 1)),
      },
      thread: { id: threadId, accountId, residentId, lastMessageAt: eight },
      question: {
        accountId,
        threadId,
        openedAt,
        targetMinutes: some(10, 30),
        dueAt: after(openedAt, some(10, 30) * MINUTE),
        firstRepliedAt: some(null, openedAt),
        waitingSince: some(null, instant(0, 1)),
        promisedAt: some(null, instant(0, 1, 24)),
        dangerWord: some(null, null, "煤气"),
        dangerDismissedAt: some(null, eight),
        collecting: ended === "open",
        answeredAt: ended === "answered" ? endedAt : null,
        closedAt: ended === "closed" ? endedAt : null,
        closeReason: ended === "closed" ? ("repeated" as const) : null,
        assignedToId: some(null, officerId),
      },
    };
  });
  await db.resident.createMany({ data: plants.map(({ resident }) => resident) });
  await db.thread.createMany({ data: plants.map(({ thread }) => thread) });
  await db.question.createMany({ data: plants.map(({ question }) => question) });
}

async function pageThrough(page: (cursor: string | null) => Promise<{ rows: QuestionRow[]; nextCursor: string | null }>) {
  const rows: QuestionRow[] = [];
  for (let cursor: string | null = null; ; ) {
    const found = await page(cursor);
    rows.push(...found.rows);
    if (!found.nextCursor) return rows;
    expect(isCursor(found.nextCursor)).toBe(true);
    cursor = found.nextCursor;
  }
}

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
  await plant(accountId, lin.id);
  const windows = new Map((await db.resident.findMany()).map(({ id, messageWindowClosesAt }) => [id, messageWindowClosesAt]));
  const all = await pageThrough((cursor) => listQuestions(lin.scope, { cursor, limit: 7 }));
  expect(new Set(all.map(({ id }) => id)).size).toBe(COUNT);
  expect(all).toHaveLength(COUNT);
  expect(ascending(all.map((row) => urgencyOf(row, windows.get(row.residentId) ?? null)))).toBe(true);

  const open = all.filter((row) => statusOf(row) === "open");
  const waiting = await pageThrough((cursor) => listQueue(lin.scope, "waiting", lin.id, { cursor, limit: 11 }));
  expect(waiting.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
  const mine = await pageThrough((cursor) => listQueue(lin.scope, "mine", lin.id, { cursor, limit: 11 }));
  expect(mine.map(({ id }) => id)).toEqual(open.filter(({ assignedTo }) => assignedTo?.id === lin.id).map(({ id }) => id));
  const promises = await pageThrough((cursor) => listQueue(lin.scope, "promises", lin.id, { cursor, limit: 11 }));
  expect(promises.map(({ id }) => id)).toEqual(open.filter(({ promisedAt }) => promisedAt).map(({ id }) => id));
});

test.each(["answered", "closed"] as const)("%s ones: what ended last first, every row exactly once", async (status) => {
  const { lin, accountId } = await town();
  await plant(accountId, lin.id);
  const rows = await pageThrough((cursor) => listQuestions(lin.scope, { status, cursor, limit: 5 }));
  const ended = await db.question.findMany({ where: status === "answered" ? { answeredAt: { not: null } } : { closedAt: { not: null } } });
  expect(rows.map(({ id }) => id).sort()).toEqual(ended.map(({ id }) => id).sort());
  const keys = rows.map((row) => [(row.answeredAt ?? row.closedAt)?.getTime() ?? 0, row.id]);
  expect(ascending(keys.toReversed())).toBe(true);
});

test("a cursor that we never gave is none, and starts over instead of failing", async () => {
  const { lin, accountId } = await town();
  await plant(accountId, lin.id);
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
