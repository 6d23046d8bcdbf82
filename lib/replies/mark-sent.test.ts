import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { expireLeases } from "./expire-leases";
import { markSent } from "./mark-sent";
import { at, claims, eight, question, reply, says } from "./testing";

test("an answer ends the question when WeChat has taken it, not when it was written", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "出口堵了", eight);
  await says(lin, threadId, "交警已到现场", at(30));
  expect(await question(questionId)).toMatchObject({ firstRepliedAt: null, answeredAt: null });
  await markSent(await claims(at(40)), at(41));
  expect(await question(questionId)).toMatchObject({ firstRepliedAt: at(41), answeredAt: at(41), answeredById: lin.id, collecting: false });
});

test("what the officer had not seen opens a question with its own clock", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "出口堵了", eight);
  await says(lin, threadId, "交警已到现场", at(30));
  const crossing = await hears("o-xing", "而且着火了，我要投诉", at(33));
  expect(crossing.questionId).toBe(questionId);
  await markSent(await claims(at(40)), at(41));
  const next = await db.question.findFirstOrThrow({ where: { collecting: true } });
  expect(next).toMatchObject({ openedAt: at(33), dueAt: at(633), followsId: questionId, dangerWord: "着火", kind: "complaint" });
  expect((await db.message.findUniqueOrThrow({ where: { id: crossing.messageId } })).questionId).toBe(next.id);
});

test("thanks that cross the answer open nothing", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await says(lin, threadId, "交警已到现场", at(30));
  await hears("o-xing", "谢谢", at(33));
  await markSent(await claims(at(40)), at(41));
  expect(await db.question.count({ where: { collecting: true } })).toBe(0);
});

test("an ask is a first response and keeps the question open; what comes after it waits anew", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "路灯不亮", eight);
  await says(lin, threadId, "请问是哪一条路？", at(30), { kind: "ask" });
  await markSent(await claims(at(40)), at(41));
  expect(await question(questionId)).toMatchObject({ firstRepliedAt: at(41), answeredAt: null, collecting: true, waitingSince: null });
  await hears("o-xing", "滨江路", at(100));
  expect((await question(questionId)).waitingSince).toEqual(at(100));
});

test("an interim keeps the question open with its promise", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "路灯不亮", eight);
  await says(lin, threadId, "已转路灯所", at(30), { kind: "interim", unit: "路灯所", promisedAt: at(86_400) });
  await markSent(await claims(at(40)), at(41));
  expect(await question(questionId)).toMatchObject({
    firstRepliedAt: at(41),
    answeredAt: null,
    promisedAt: at(86_400),
    promisedUnit: "路灯所",
    promiseCount: 1,
  });
});

test("a bare 收悉 is sent and is no response: the clock goes on", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "路灯不亮", eight);
  await says(lin, threadId, "您的来信已收悉，谢谢！", at(30));
  await markSent(await claims(at(40)), at(41));
  expect(await question(questionId)).toMatchObject({ firstRepliedAt: null, answeredAt: null, collecting: true });
});

test("a truth that comes late replaces unknown; somebody else's claim changes nothing", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "路灯不亮", eight);
  const { id } = await says(lin, threadId, "今晚修好", at(30));
  const claim = await claims(at(40));
  await expireLeases(at(80));
  expect((await reply(id)).status).toBe("unknown");
  expect(await markSent({ ...claim, claimId: claim.id }, at(81))).toBe(false);
  expect(await markSent(claim, at(82))).toBe(true);
  expect(await reply(id)).toMatchObject({ status: "sent", sentAt: at(82), unknownAt: null });
  expect((await question(questionId)).answeredAt).toEqual(at(82));
  expect(await markSent(claim, at(83))).toBe(false);
  expect(await db.event.count({ where: { type: "reply.sent" } })).toBe(1);
});
