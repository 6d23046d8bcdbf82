import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { reopenQuestion } from "./reopen-question";
import { answered, at, eight, question, stranger, told } from "./testing";

test("a closed question opens at its original due time", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(60));
  await reopenQuestion(on, zhao, at(4_000));
  expect(await question(questionId)).toMatchObject({
    closedAt: null,
    closedById: null,
    closeReason: null,
    dueAt: at(600),
    waitingSince: null,
    reopenedAt: at(4_000),
    reopenedById: zhao.id,
    collecting: true,
  });
  expect(await told("question.reopened")).toEqual([
    { at: at(4_000), questionId, officerId: zhao.id, facts: { was: "closed", by: "officer" } },
  ]);
});

test("an answered one waits anew from the reopening; its first response stands", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  await answered(questionId, lin, at(60));
  await reopenQuestion({ questionId: questionId ?? "" }, lin, at(500));
  expect(await question(questionId)).toMatchObject({
    answeredAt: null,
    answeredById: null,
    firstRepliedAt: at(60),
    waitingSince: at(500),
  });
  expect(await told("question.reopened")).toMatchObject([{ facts: { was: "answered" } }]);
});

test("it collects again only when no newer question of the thread does", async () => {
  const { lin, hears } = await town();
  const first = await hears("o-xing", "出口堵了", eight);
  await closeQuestion({ questionId: first.questionId ?? "", reason: "repeated" }, lin, at(60));
  const second = await hears("o-xing", "另一件事", at(90));
  await reopenQuestion({ questionId: first.questionId ?? "" }, lin, at(100));
  expect((await question(first.questionId)).collecting).toBe(false);
  expect((await hears("o-xing", "是五号路", at(110))).questionId).toBe(second.questionId);
});

test("a message that arrives in the same instant and the reopening leave one question collecting", async () => {
  const { lin, hears } = await town();
  for (let round = 0; round < 8; round += 1) {
    const openid = `o-${round}`;
    const { questionId } = await hears(openid, "出口堵了", eight);
    await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin, at(60));
    const [arrived] = await Promise.all([hears(openid, "又堵了", at(100)), reopenQuestion({ questionId: questionId ?? "" }, lin, at(100))]);
    const states = await Promise.all([...new Set([questionId, arrived.questionId])].map(question));
    expect(states.filter(({ collecting }) => collecting).map(({ id }) => id)).toEqual([arrived.questionId]);
  }
});

test("refused while it is open, and for another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await expect(reopenQuestion(on, lin)).rejects.toMatchObject({ code: "questionNotClosed" });
  await expect(reopenQuestion(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  expect(await told("question.reopened")).toEqual([]);
});
