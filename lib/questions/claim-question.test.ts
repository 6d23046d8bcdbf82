import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimQuestion } from "./claim-question";
import { answered, at, eight, question, stranger, told } from "./testing";

test("two officers at once: one has it, the other is told, and it is written down once", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  const outcomes = await Promise.allSettled([claimQuestion(on, lin, at(5)), claimQuestion(on, zhao, at(5))]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "alreadyClaimed" } });
  const winner = outcomes[0]?.status === "fulfilled" ? lin : zhao;
  expect(await question(questionId)).toMatchObject({ assignedToId: winner.id, assignedAt: at(5) });
  expect(await told("question.claimed")).toEqual([{ at: at(5), questionId, officerId: winner.id, facts: null }]);
});

test("claiming one's own again is fine, and moves no clock", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await claimQuestion(on, lin, at(5));
  await claimQuestion(on, lin, at(6));
  expect(await question(questionId)).toMatchObject({ assignedToId: lin.id, dueAt: at(600), firstRepliedAt: null });
});

test("refused when it has ended or belongs to another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await expect(claimQuestion(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  await answered(questionId, lin, at(20));
  await expect(claimQuestion(on, lin)).rejects.toMatchObject({ code: "questionNotOpen" });
  expect(await told("question.claimed")).toEqual([]);
});
