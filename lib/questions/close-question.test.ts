import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { closeQuestionInput } from "./schema";
import { at, eight, question, stranger, told } from "./testing";

test("ends the question with its reason; the next message opens a new one with its own clock", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin, at(60));
  expect(await question(questionId)).toMatchObject({
    closedAt: at(60),
    closedById: lin.id,
    closeReason: "repeated",
    collecting: false,
    firstRepliedAt: null,
  });
  expect(await told("question.closed")).toEqual([{ at: at(60), questionId, officerId: lin.id, facts: { reason: "repeated" } }]);
  const next = await hears("o-xing", "又堵了", at(90));
  expect(next.questionId).not.toBe(questionId);
  expect(await question(next.questionId)).toMatchObject({ openedAt: at(90), dueAt: at(690), followsId: null });
});

test("two officers at once close it once", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const input = { questionId: questionId ?? "", reason: "abuse" as const };
  const outcomes = await Promise.allSettled([closeQuestion(input, lin), closeQuestion(input, zhao)]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "questionNotOpen" } });
  expect(await told("question.closed")).toHaveLength(1);
});

test("refused for another account's; a reason of one's own is not a reason", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const input = { questionId: questionId ?? "", reason: "abuse" as const };
  await expect(closeQuestion(input, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  expect(await db.question.count({ where: { closedAt: null } })).toBe(1);
  expect(closeQuestionInput.safeParse({ ...input, reason: "tooTired" }).success).toBe(false);
});

test("refused when the resident has written since: what was not seen is not closed", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const seen = { questionId: questionId ?? "", reason: "repeated" as const, threadVersion: 1 };
  await hears("o-xing", "家里煤气泄漏了", at(5));
  await expect(closeQuestion(seen, lin, at(6))).rejects.toMatchObject({ code: "threadMoved", facts: { version: 2 } });
  expect(await question(questionId)).toMatchObject({ closedAt: null, dangerWord: "煤气" });
  await closeQuestion({ ...seen, threadVersion: 2 }, lin, at(7));
  expect((await question(questionId)).closedAt).toEqual(at(7));
});
