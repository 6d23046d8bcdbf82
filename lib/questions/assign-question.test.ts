import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { assignQuestion } from "./assign-question";
import { claimQuestion } from "./claim-question";
import { closeQuestion } from "./close-question";
import { at, eight, question, stranger, told } from "./testing";

test("a colleague answers it from now on; the clock goes on as it did", async () => {
  const { lin, zhao, he, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  expect(await assignQuestion({ ...on, toId: zhao.id }, lin, at(5))).toEqual({ previousId: null });
  expect(await assignQuestion({ ...on, toId: he.id, seenAssigneeId: zhao.id }, lin, at(6))).toEqual({ previousId: zhao.id });
  expect(await question(questionId)).toMatchObject({ assignedToId: he.id, assignedAt: at(6), dueAt: at(600), owedAt: at(600) });
  expect(await told("question.assigned")).toEqual([
    { at: at(5), questionId, officerId: lin.id, facts: { toId: zhao.id, previousId: null } },
    { at: at(6), questionId, officerId: lin.id, facts: { toId: he.id, previousId: zhao.id } },
  ]);
});

test("to whom it is assigned already: nothing changes", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  await claimQuestion({ questionId: questionId ?? "" }, zhao, at(3));
  const again = { questionId: questionId ?? "", toId: zhao.id };
  expect(await assignQuestion(again, lin, at(5))).toEqual({ previousId: zhao.id });
  expect(await question(questionId)).toMatchObject({ assignedToId: zhao.id, assignedAt: at(3) });
  expect(await told("question.assigned")).toEqual([]);
});

test("refused when somebody else answers it by now than was seen", async () => {
  const { lin, zhao, he, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "", toId: he.id };
  await claimQuestion(on, zhao, at(3));
  for (const seenAssigneeId of [null, lin.id, he.id])
    await expect(assignQuestion({ ...on, seenAssigneeId }, lin)).rejects.toMatchObject({ code: "alreadyClaimed" });
  expect((await question(questionId)).assignedToId).toBe(zhao.id);
});

test("ten officers who saw nobody at it: one of them assigns it", async () => {
  const { lin, zhao, he, admin, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const outcomes = await Promise.allSettled(
    [lin, zhao, he, admin, lin, zhao, he, admin, lin, zhao].map((officer, index) =>
      assignQuestion({ questionId: questionId ?? "", toId: [he, admin][index % 2]?.id ?? "", seenAssigneeId: null }, officer),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await told("question.assigned")).toHaveLength(1);
});

test("only to people who work at the account: none who left, no program, nobody of other accounts", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const program = await db.officer.create({ data: { name: "热线系统", role: "officer", allAccounts: true } });
  const elsewhere = await db.officer.create({ data: { name: "钱", login: "qian", role: "officer" } });
  await db.officer.update({ where: { id: zhao.id }, data: { deactivatedAt: eight } });
  for (const toId of [zhao.id, program.id, elsewhere.id, uuid()])
    await expect(assignQuestion({ questionId: questionId ?? "", toId }, lin)).rejects.toMatchObject({ code: "officerNotFound" });
  await db.officer.update({ where: { id: elsewhere.id }, data: { allAccounts: true } });
  await assignQuestion({ questionId: questionId ?? "", toId: elsewhere.id }, lin);
  expect((await question(questionId)).assignedToId).toBe(elsewhere.id);
});

test("refused when it has ended or belongs to another account", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "", toId: zhao.id };
  await expect(assignQuestion(on, stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(60));
  await expect(assignQuestion(on, lin)).rejects.toMatchObject({ code: "questionNotOpen" });
  expect((await question(questionId)).assignedToId).toBeNull();
});
