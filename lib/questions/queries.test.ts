import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { startOfDay } from "@/lib/time/zones";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimQuestion } from "./claim-question";
import { closeQuestion } from "./close-question";
import { listQuestions, listQueue, questionRows, threadQuestions, touchedQuestions } from "./queries";
import { answered, queue } from "./testing";

const start = after(now(), -8 * MINUTE);
const at = (seconds: number) => after(start, seconds * SECOND);

test("what a standing answer was given to is neither the newest word of a question nor counted", async () => {
  const { lin, hears } = await town();
  const asked = await hears("o-xing", "路灯坏了在哪里报修", start);
  const { messageId } = await hears("o-xing", "天气", at(10));
  await db.message.update({ where: { id: messageId }, data: { nature: "standing" } });
  const [row] = (await listQueue(lin.scope, queue("waiting"), lin.id)).rows;
  expect(row).toMatchObject({ id: asked.questionId, firstText: "路灯坏了在哪里报修", newestText: "路灯坏了在哪里报修", messageCount: 1 });
});

test("a row says who, what first, what last, how often, and what is left of the window", async () => {
  const { lin, hears } = await town();
  const { questionId, threadId } = await hears("o-xing", "您好", start);
  expect(questionId).toBeNull();
  const asked = await hears("o-xing", "出口堵了", at(10));
  await hears("o-xing", "", at(20), { kind: "image" });
  await hears("o-xing", "谢谢", at(30));
  await claimQuestion({ questionId: asked.questionId ?? "" }, lin, at(40));
  await db.resident.updateMany({ data: { remark: "三号楼老邢", messageWindowRemaining: 2 } });
  const [row, ...others] = (await listQueue(lin.scope, queue("waiting"), lin.id)).rows;
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
    shown.push((await listQueue(lin.scope, queue("waiting"), lin.id)).rows[0]?.replyStatus);
  }
  expect(shown).toEqual(["failed", "failed", "unknown", "queued", null]);
});

test("done is what ended since midnight by the account's clock", async () => {
  const { accountId, lin, hears } = await town();
  await db.officialAccount.update({ where: { id: accountId }, data: { timeZone: "America/New_York" } });
  const midnight = startOfDay(now(), "America/New_York");
  const old = await hears("o-xing", "出口堵了", after(midnight, -MINUTE));
  await answered(old.questionId, lin, after(midnight, -1));
  const fresh = await hears("o-wang", "停水了", after(midnight, -MINUTE));
  await answered(fresh.questionId, lin, midnight);
  expect((await listQueue(lin.scope, queue("done"), lin.id)).rows.map(({ id }) => id)).toEqual([fresh.questionId]);
  expect((await listQueue(lin.scope, queue("waiting"), lin.id)).rows).toEqual([]);
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
    listQueue(scope, queue("waiting"), lin.id).then(({ rows }) => rows),
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
