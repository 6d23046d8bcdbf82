import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { dismissDanger } from "./dismiss-danger";
import { raiseDanger } from "./raise-danger";
import { isDanger, RAISED_BY_OFFICER } from "./rules";
import { at, eight, question, stranger, told } from "./testing";

test("设为紧急: an officer lifts a question whatever its words", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "老人一个人在家没动静", eight);
  await raiseDanger({ questionId: questionId ?? "" }, lin, at(9));
  const raised = await question(questionId);
  expect(raised.dangerWord).toBe(RAISED_BY_OFFICER);
  expect(isDanger(raised)).toBe(true);
  expect(await told("question.dangerRaised")).toEqual([{ at: at(9), questionId, officerId: lin.id, facts: null }]);
});

test("takes a 非紧急 back; the word that was found stays", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "好像有煤气味", eight);
  const on = { questionId: questionId ?? "" };
  await dismissDanger(on, lin, at(9));
  await raiseDanger(on, zhao, at(12));
  expect(await question(questionId)).toMatchObject({ dangerWord: "煤气", dangerDismissedAt: null, dangerDismissedById: null });
});

test("refused when it has ended or belongs to another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "路灯不亮", eight);
  const on = { questionId: questionId ?? "" };
  await expect(raiseDanger(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(60));
  await expect(raiseDanger(on, lin)).rejects.toMatchObject({ code: "questionNotOpen" });
  expect((await question(questionId)).dangerWord).toBeNull();
});
