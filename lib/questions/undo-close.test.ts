import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { at, eight, question, stranger, told } from "./testing";
import { undoClose } from "./undo-close";

async function closed() {
  const cast = await town();
  const { questionId } = await cast.hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await closeQuestion({ ...on, reason: "notAQuestion" }, cast.lin, at(60));
  return { ...cast, questionId, on };
}

test("within thirty seconds all is as before: no reopening, the old due time, messages join again", async () => {
  const { lin, hears, questionId, on } = await closed();
  await undoClose(on, lin, at(89));
  expect(await question(questionId)).toMatchObject({
    closedAt: null,
    closedById: null,
    closeReason: null,
    reopenedAt: null,
    collecting: true,
    dueAt: at(600),
  });
  expect(await told("question.closeUndone")).toEqual([{ at: at(89), questionId, officerId: lin.id, facts: null }]);
  expect((await hears("o-xing", "还堵着", at(95))).questionId).toBe(questionId);
});

test("a question opened meanwhile goes on collecting", async () => {
  const { lin, hears, questionId, on } = await closed();
  const next = await hears("o-xing", "还有一件事", at(70));
  await undoClose(on, lin, at(80));
  expect(await question(questionId)).toMatchObject({ closedAt: null, collecting: false });
  expect((await hears("o-xing", "是五号路", at(85))).questionId).toBe(next.questionId);
});

test("too late after thirty seconds, for a colleague, a second time; not there for another account", async () => {
  const { lin, zhao, on, questionId } = await closed();
  await expect(undoClose(on, lin, at(90))).rejects.toMatchObject({ code: "undoTooLate" });
  await expect(undoClose(on, zhao, at(61))).rejects.toMatchObject({ code: "undoTooLate" });
  await expect(undoClose(on, stranger(lin), at(61))).rejects.toMatchObject({ code: "questionNotFound" });
  expect((await question(questionId)).closedAt).toEqual(at(60));
  await undoClose(on, lin, at(61));
  await expect(undoClose(on, lin, at(62))).rejects.toMatchObject({ code: "undoTooLate" });
  expect(await told("question.closeUndone")).toHaveLength(1);
});
