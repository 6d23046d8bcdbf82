import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { mintToken } from "@/lib/officers/mint-token";
import { scopeOf } from "@/lib/officers/scope";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { queueReply } from "./queue-reply";
import { at, eight, reply, says } from "./testing";

test("two officers answer at once; one reply is written, the other officer is told that the thread has moved", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const outcomes = await Promise.allSettled([
    queueReply({ kind: "answer", threadId, threadVersion: 1, text: "交警已到" }, lin),
    queueReply({ kind: "answer", threadId, threadVersion: 1, text: "请绕行" }, zhao),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "threadMoved", facts: { version: 2 } } });
  expect(await db.reply.count()).toBe(1);
  expect(await db.event.count({ where: { type: "reply.queued" } })).toBe(1);
});

test("a reply written before the newest message is refused", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await hears("o-xing", "是东口", at(5));
  await expect(queueReply({ kind: "answer", threadId, threadVersion: 1, text: "请绕行" }, lin, undefined, at(6))).rejects.toMatchObject({
    code: "threadMoved",
  });
});

test("an event of the resident does not make a reply stale", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await hears("o-xing", "", at(5), { kind: "event", event: "LOCATION", eventKey: null, msgId: null, dedupeKey: "e:1" });
  await expect(queueReply({ kind: "answer", threadId, threadVersion: 1, text: "请绕行" }, lin, undefined, at(6))).resolves.toMatchObject({
    status: "queued",
  });
});

test("the same reply of a browser asked for again is the same reply", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const origin = { replyId: uuid() };
  const input = { kind: "answer" as const, threadId, threadVersion: 1, text: "请绕行" };
  const first = await queueReply(input, lin, origin, at(5));
  const again = await queueReply(input, lin, origin, at(6));
  expect(again).toEqual(first);
  expect(await db.reply.count()).toBe(1);
});

test("the same reply asked for twice in the same instant is one reply, and both are told so", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const origin = { replyId: uuid() };
  const input = { kind: "answer" as const, threadId, threadVersion: 1, text: "请绕行" };
  const both = await Promise.all([queueReply(input, lin, origin, at(5)), queueReply(input, lin, origin, at(5))]);
  expect(both[0]).toEqual(both[1]);
  expect(await db.reply.count()).toBe(1);
});

test("another text under the id of a reply is refused, not swallowed", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const origin = { replyId: uuid() };
  const input = { kind: "answer" as const, threadId, threadVersion: 1, text: "请绕行" };
  await queueReply(input, lin, origin, at(5));
  await expect(queueReply({ ...input, text: "不必绕行" }, lin, origin, at(6))).rejects.toMatchObject({ code: "idempotencyKeyReused" });
  await expect(queueReply(input, zhao, origin, at(6))).rejects.toMatchObject({ code: "idempotencyKeyReused" });
});

test("parts of an earlier reply that went out already take no room of the window", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const long = "请您从东口绕行，路政已在现场。".repeat(100);
  await says(lin, threadId, long, at(5));
  await db.reply.updateMany({ data: { partsSent: 2 } });
  await db.resident.updateMany({ data: { messageWindowRemaining: 3 } });
  await expect(says(lin, threadId, "还有一句", at(6))).resolves.toMatchObject({ status: "queued" });
});

test("ten requests with one idempotency key are one reply; another body under it is refused", async () => {
  const { hears, accountId } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { officerId } = await mintToken({ name: "热线", role: "officer" });
  const program = { id: officerId, name: "热线", role: "officer" as const, scope: scopeOf([accountId]) };
  const { id: apiTokenId } = await db.apiToken.findFirstOrThrow();
  const input = { kind: "answer" as const, threadId, threadVersion: 1, text: "请绕行" };
  const request = { apiTokenId, key: "k", requestHash: "h" };
  const answers = await Promise.all(Array.from({ length: 10 }, () => queueReply(input, program, { request }, at(5))));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await db.reply.count()).toBe(1);
  await expect(queueReply(input, program, { request: { ...request, requestHash: "other" } }, at(6))).rejects.toMatchObject({
    code: "idempotencyKeyReused",
  });
});

test("an officer has five seconds to take it back, a program none", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(5));
  expect((await reply(id)).sendAfter).toEqual(at(10));
});

test("a text over 2,048 bytes becomes several messages, and those must fit the window with what is queued already", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const sentence = "请您从东口绕行，路政已在现场。";
  const long = sentence.repeat(100);
  const { id } = await says(lin, threadId, long, at(5));
  const parts = await db.message.findMany({ where: { replyId: id }, orderBy: { seq: "asc" } });
  expect(parts.map(({ text }) => text).join("")).toBe(long);
  expect(parts.every(({ text }) => text.endsWith("。"))).toBe(true);
  expect((await reply(id)).partCount).toBe(parts.length);
  await expect(says(lin, threadId, long, at(6))).rejects.toMatchObject({ code: "windowSpent", facts: { needed: 2 * parts.length } });
  await expect(says(lin, threadId, long.repeat(3), at(6))).rejects.toMatchObject({ code: "replyTooLong" });
  await expect(says(lin, threadId, "  \n", at(6))).rejects.toMatchObject({ code: "replyEmpty" });
});

test("nothing can be queued after 48 hours, or to somebody who unfollowed", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await expect(says(lin, threadId, "请绕行", at(48 * 3600 - 59))).rejects.toMatchObject({ code: "windowClosed" });
  await hears("o-xing", "", at(9), { kind: "event", event: "unsubscribe", eventKey: null, msgId: null, dedupeKey: "e:1" });
  await expect(says(lin, threadId, "请绕行", at(10))).rejects.toMatchObject({ code: "windowClosed" });
});

test("a promise lies ahead, at most five working days, and can be extended once", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const promise = (days: number) => ({ kind: "interim" as const, unit: "区交警大队", promisedAt: at(days * 86_400) });
  await expect(says(lin, threadId, "已转", at(5), promise(-1))).rejects.toMatchObject({ code: "promiseNotAllowed" });
  await expect(says(lin, threadId, "已转", at(5), promise(9))).rejects.toMatchObject({ code: "promiseNotAllowed" });
  await expect(says(lin, threadId, "已转", at(5), promise(4))).resolves.toMatchObject({ status: "queued" });
  await db.question.updateMany({ data: { promiseCount: 2 } });
  await expect(says(lin, threadId, "再延", at(6), promise(4))).rejects.toMatchObject({ code: "promiseNotAllowed" });
});

test("another account's thread is not there", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const stranger = { ...lin, scope: scopeOf([uuid()]) };
  await expect(says(stranger, threadId, "请绕行", at(5))).rejects.toMatchObject({ code: "threadNotFound" });
});
