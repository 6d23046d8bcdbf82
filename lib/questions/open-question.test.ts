import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { plant } from "@/lib/standing-answers/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { openQuestion } from "./open-question";
import { at, eight, question, stranger, told } from "./testing";

test.each([
  ["a greeting", "您好", {}],
  ["thanks", "谢谢", {}],
  ["a sticker", "【收到不支持的消息类型，暂无法显示】", {}],
  ["a tap on our menu", "不满意", { facts: { bizmsgmenuid: "102" } }],
])("%s becomes a question whose clock starts when it was said", async (_, text, push) => {
  const { lin, hears } = await town();
  const { messageId } = await hears("o-xing", text, eight, push);
  const { questionId } = await openQuestion({ messageId }, lin, at(120));
  expect(await question(questionId)).toMatchObject({ openedAt: eight, dueAt: at(600), targetMinutes: 10, collecting: true });
  expect(await db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ questionId, nature: "content" });
  expect(await told("question.opened")).toMatchObject([{ at: at(120), questionId, officerId: lin.id }]);
});

test("what a standing answer was given to becomes a question by one tap", async () => {
  const { accountId, lin, hears } = await town();
  await plant(accountId, lin, { name: "天气", number: 2 }, eight);
  const { messageId } = await hears("o-xing", "2", at(5));
  const { questionId } = await openQuestion({ messageId }, lin, at(60));
  expect(await question(questionId)).toMatchObject({ openedAt: at(5), dueAt: at(605) });
});

test("while the thread has an open question the message joins that one", async () => {
  const { lin, hears } = await town();
  const greeting = await hears("o-xing", "您好", eight);
  const asked = await hears("o-xing", "出口堵了", at(20));
  expect(await openQuestion({ messageId: greeting.messageId }, lin)).toEqual({ questionId: asked.questionId });
  expect(await db.question.count()).toBe(1);
});

test("ten officers at once open one question", async () => {
  const { lin, hears } = await town();
  const { messageId } = await hears("o-xing", "您好", eight);
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => openQuestion({ messageId }, lin)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.question.count()).toBe(1);
  expect(await told("question.opened")).toHaveLength(1);
});

test("without an officer, when the prompt surely failed", async () => {
  const { accountId, hears } = await town();
  const { messageId } = await hears("o-xing", "您好", eight);
  await openQuestion({ messageId }, { id: null, scope: scopeOf([accountId]) }, at(6));
  expect(await told("question.opened")).toMatchObject([{ officerId: null }]);
});

test("refused for what asks already, for events, for our own words, for another account", async () => {
  const { lin, hears } = await town();
  const content = await hears("o-xing", "出口堵了", eight);
  await closeQuestion({ questionId: content.questionId ?? "", reason: "repeated" }, lin, at(60));
  const follow = await hears("o-xing", "", at(70), { kind: "event", event: "subscribe", eventKey: "", msgId: null, dedupeKey: "e:1" });
  const greeting = await hears("o-xing", "您好", at(80));
  const refusal = { code: "messageNotOpenable" };
  for (const { messageId } of [content, follow]) await expect(openQuestion({ messageId }, lin)).rejects.toMatchObject(refusal);
  await expect(openQuestion({ messageId: greeting.messageId }, stranger(lin))).rejects.toMatchObject(refusal);
  expect(await db.question.count()).toBe(1);
  expect(await told("question.opened")).toEqual([]);
});
