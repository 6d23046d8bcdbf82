import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { snoozeQuestion } from "./snooze-question";
import { at, eight, question, stranger, told } from "./testing";
import { wakeQuestion } from "./wake-question";

test("back into the waiting list now, once", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "" };
  await wakeQuestion(on, lin, at(5));
  await snoozeQuestion({ ...on, until: at(400) }, lin, at(10));
  await wakeQuestion(on, zhao, at(20));
  await wakeQuestion(on, zhao, at(21));
  expect(await question(questionId)).toMatchObject({ snoozedUntil: null, snoozedById: null });
  expect(await told("question.woken")).toEqual([{ at: at(20), questionId, officerId: zhao.id, facts: null }]);
});

test("refused when it has ended or belongs to another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "" };
  await snoozeQuestion({ ...on, until: at(400) }, lin, at(10));
  await expect(wakeQuestion(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(60));
  await expect(wakeQuestion(on, lin)).rejects.toMatchObject({ code: "questionNotOpen" });
  expect(await told("question.woken")).toEqual([]);
});
