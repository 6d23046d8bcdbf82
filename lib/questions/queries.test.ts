import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, DAY, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimQuestion } from "./claim-question";
import { closeQuestion } from "./close-question";
import { listQuestions, listQueue, questionRows, queueCounts, threadQuestions, touchedQuestions } from "./queries";
import { answered } from "./testing";

const start = after(now(), -8 * MINUTE);
const at = (seconds: number) => after(start, seconds * SECOND);

test("a row says who, what first, what last, how often, and what is left of the window", async () => {
  const { lin, hears } = await town();
  const { questionId, threadId } = await hears("o-xing", "您好", start);
  expect(questionId).toBeNull();
  const asked = await hears("o-xing", "出口堵了", at(10));
  await hears("o-xing", "", at(20), { kind: "image" });
  await hears("o-xing", "谢谢", at(30));
  await claimQuestion({ questionId: asked.questionId ?? "" }, lin, at(40));
  await db.resident.updateMany({ data: { remark: "三号楼老邢", messageWindowRemaining: 2 } });
  const [row, ...others] = (await listQueue(lin.scope, "waiting", lin.id)).rows;
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    id: asked.questionId,
    threadId,
    remark: "三号楼老邢",
    firstText: "出口堵了",
    firstKind: "text",
    newestText: "谢谢",
    messageCount: 3,
    earlierCount: 0,
    assignedTo: { id: lin.id, name: "林" },
    replyStatus: null,
    window: { remaining: 2 },
    openedAt: new Date(Math.floor(at(10).getTime() / SECOND) * SECOND),
  });
  expect(row?.mark).toMatch(/^[0-9A-F]{4}$/);
});

test("how many questions the resident had before", async () => {
  const { lin, hears } = await town();
  const first = await hears("o-xing", "出口堵了", start);
  await answered(first.questionId, lin, at(10));
  const second = await hears("o-xing", "又堵了", at(20));
  await closeQuestion({ questionId: second.questionId ?? "", reason: "repeated" }, lin, at(30));
  await hears("o-xing", "还堵着", at(40));
  await hears("o-wang", "停水了", at(40));
  const history = await threadQuestions(lin.scope, first.threadId);
  expect(history.map(({ earlierCount, firstText }) => [earlierCount, firstText])).toEqual([
    [2, "还堵着"],
    [1, "又堵了"],
    [0, "出口堵了"],
  ]);
});

test("the newest reply of the thread, while it is on its way or went wrong; a withdrawn one does not count", async () => {
  const { lin, hears, accountId } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", start);
  const facts = { accountId, threadId, officerId: lin.id, kind: "answer" as const, text: "请绕行", answersThroughSeq: 1n, partCount: 1 };
  const shown: (string | null | undefined)[] = [];
  for (const state of ["failed", "withdrawn", "unknown", "queued", "sent"] as const) {
    await db.reply.create({ data: { ...facts, status: state, queuedAt: start, sendAfter: start } });
    shown.push((await listQueue(lin.scope, "waiting", lin.id)).rows[0]?.replyStatus);
  }
  expect(shown).toEqual(["failed", "failed", "unknown", "queued", null]);
});

test("what ended more than a day ago is no longer among the done", async () => {
  const { lin, hears } = await town();
  const old = await hears("o-xing", "出口堵了", after(now(), -2 * DAY));
  await answered(old.questionId, lin, after(now(), -DAY - MINUTE));
  const fresh = await hears("o-wang", "停水了", start);
  await answered(fresh.questionId, lin, at(10));
  expect((await listQueue(lin.scope, "done", lin.id)).rows.map(({ id }) => id)).toEqual([fresh.questionId]);
  expect((await listQueue(lin.scope, "waiting", lin.id)).rows).toEqual([]);
});

test("the counts of the top bar", async () => {
  const { lin, zhao, hears } = await town();
  const [late, mine, promised, tomorrow, done] = await Promise.all(
    ["late", "mine", "promised", "tomorrow", "done"].map((name) => hears(`o-${name}`, "停水了", start)),
  );
  const id = (heard: typeof late) => ({ id: heard?.questionId ?? "" });
  await db.question.update({ where: id(late), data: { dueAt: after(now(), 4 * SECOND) } });
  await claimQuestion({ questionId: id(mine).id }, lin);
  await claimQuestion({ questionId: id(late).id }, zhao);
  const endOfToday = new Date(`${new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(now())}T23:59:59+08:00`);
  await db.question.update({ where: id(promised), data: { firstRepliedAt: start, promisedAt: endOfToday } });
  await db.question.update({ where: id(tomorrow), data: { firstRepliedAt: start, promisedAt: after(endOfToday, 2 * SECOND) } });
  await answered(id(done).id, lin, at(10));
  expect(await queueCounts(lin.scope, lin.id)).toEqual({ waiting: 4, mine: 1, promises: 2, late: 1, promisedToday: 1 });
  expect(await queueCounts(scopeOf([uuid()]), lin.id)).toEqual({ waiting: 0, mine: 0, promises: 0, late: 0, promisedToday: 0 });
});

test("nothing of another account is ever in a list", async () => {
  const { lin, hears } = await town();
  const { questionId, threadId } = await hears("o-xing", "出口堵了", start);
  const [ids, nobody] = [[questionId ?? ""], scopeOf([uuid()])];
  const lists = (scope: typeof nobody) => [
    questionRows(scope, ids),
    touchedQuestions(scope, { ids, threadIds: [threadId] }),
    threadQuestions(scope, threadId),
    listQuestions(scope, { limit: 9 }).then(({ rows }) => rows),
    listQueue(scope, "waiting", lin.id).then(({ rows }) => rows),
  ];
  expect((await Promise.all(lists(nobody))).flat()).toEqual([]);
  expect((await Promise.all(lists(lin.scope))).flat().map(({ id }) => id)).toEqual(Array(5).fill(questionId));
});

test("for the feed: named questions in any state, and what is open in the named threads", async () => {
  const { lin, hears } = await town();
  const ended = await hears("o-xing", "出口堵了", start);
  await answered(ended.questionId, lin, at(10));
  const open = await hears("o-xing", "还堵着", at(20));
  const other = await hears("o-wang", "停水了", start);
  const touched = async (ids: (string | null)[], threadIds: string[]) =>
    (await touchedQuestions(lin.scope, { ids: ids.map(String), threadIds })).map(({ id }) => id).sort();
  expect(await touched([], [])).toEqual([]);
  expect(await touched([], [ended.threadId])).toEqual([open.questionId]);
  expect(await touched([ended.questionId], [])).toEqual([ended.questionId]);
  expect(await touched([ended.questionId, other.questionId], [ended.threadId])).toEqual(
    [ended.questionId, open.questionId, other.questionId].sort(),
  );
});
