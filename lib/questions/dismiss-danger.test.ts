import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { dismissDanger } from "./dismiss-danger";
import { isDanger } from "./rules";
import { at, eight, question, stranger, told } from "./testing";

test("非紧急: back among the clocks, by whom and when, the due time as before", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "好像有煤气味", eight);
  const on = { questionId: questionId ?? "" };
  await dismissDanger(on, lin, at(9));
  const calm = await question(questionId);
  expect(calm).toMatchObject({ dangerWord: "煤气", dangerDismissedAt: at(9), dangerDismissedById: lin.id, dueAt: at(600) });
  expect(isDanger(calm)).toBe(false);
  await dismissDanger(on, lin, at(10));
  expect(await told("question.dangerDismissed")).toEqual([{ at: at(9), questionId, officerId: lin.id, facts: null }]);
});

test("nothing to dismiss where no danger stands", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "路灯不亮", eight);
  await dismissDanger({ questionId: questionId ?? "" }, lin);
  expect((await question(questionId)).dangerDismissedAt).toBeNull();
  expect(await told("question.dangerDismissed")).toEqual([]);
});

test("refused when it has ended or belongs to another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "好像有煤气味", eight);
  const on = { questionId: questionId ?? "" };
  await expect(dismissDanger(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  await closeQuestion({ ...on, reason: "withdrawnByResident" }, lin, at(60));
  await expect(dismissDanger(on, lin)).rejects.toMatchObject({ code: "questionNotOpen" });
  expect((await question(questionId)).dangerDismissedAt).toBeNull();
});

test("refused when the resident has written since: a second danger is read before it is called none", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "隔壁起火了", eight);
  await hears("o-xing", "煤气也漏了", at(5));
  await expect(dismissDanger({ questionId: questionId ?? "", threadVersion: 1 }, lin, at(6))).rejects.toMatchObject({
    code: "threadMoved",
  });
  expect((await question(questionId)).dangerDismissedAt).toBeNull();
});
