import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimQuestion } from "./claim-question";
import { releaseQuestion } from "./release-question";
import { answered, at, eight, question, stranger, told } from "./testing";

test("a colleague lifts a claim; the clock goes on as it did", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await claimQuestion(on, lin, at(5));
  await releaseQuestion(on, zhao, at(9));
  expect(await question(questionId)).toMatchObject({ assignedToId: null, assignedAt: null, dueAt: at(600) });
  expect(await told("question.released")).toEqual([{ at: at(9), questionId, officerId: zhao.id, facts: null }]);
});

test("only the claim that was seen is lifted, not one that has taken its place", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await claimQuestion(on, zhao, at(5));
  await expect(releaseQuestion({ ...on, assignedToId: lin.id }, lin)).rejects.toMatchObject({ code: "alreadyClaimed" });
  expect((await question(questionId)).assignedToId).toBe(zhao.id);
  await releaseQuestion({ ...on, assignedToId: zhao.id }, lin);
  expect((await question(questionId)).assignedToId).toBeNull();
});

test("releasing what nobody has changes nothing and is no event", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  await releaseQuestion({ questionId: questionId ?? "" }, lin);
  expect(await told("question.released")).toEqual([]);
});

test("refused when it has ended or belongs to another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await claimQuestion(on, lin, at(5));
  await expect(releaseQuestion(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  await answered(questionId, lin, at(20));
  await expect(releaseQuestion(on, lin)).rejects.toMatchObject({ code: "questionNotOpen" });
  expect((await question(questionId)).assignedToId).toBe(lin.id);
});
