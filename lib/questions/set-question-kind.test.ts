import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { setQuestionKind } from "./set-question-kind";
import { at, eight, question, stranger, told } from "./testing";

test("guessed when it opens, until an officer says better, even after it has ended", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "我要投诉物业", eight);
  const on = { questionId: questionId ?? "" };
  expect((await question(questionId)).kind).toBe("complaint");
  await hears("o-xing", "建议换一家", at(5));
  expect((await question(questionId)).kind).toBe("complaint");
  await setQuestionKind({ ...on, kind: "complaint" }, lin, at(9));
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(10));
  await setQuestionKind({ ...on, kind: "report" }, lin, at(20));
  expect((await question(questionId)).kind).toBe("report");
  expect(await told("question.kindSet")).toEqual([
    { at: at(20), questionId, officerId: lin.id, facts: { kind: "report", previous: "complaint" } },
  ]);
});

test("two officers at once set it once each way", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "", kind: "help" as const };
  await Promise.all([setQuestionKind(on, lin), setQuestionKind(on, zhao)]);
  expect(await told("question.kindSet")).toHaveLength(1);
});

test("refused for another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "", kind: "help" as const };
  await expect(setQuestionKind(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  expect((await question(questionId)).kind).toBe("inquiry");
});
