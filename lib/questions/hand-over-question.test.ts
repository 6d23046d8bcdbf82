import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimQuestion } from "./claim-question";
import { closeQuestion } from "./close-question";
import { handOverQuestion } from "./hand-over-question";
import { releaseQuestion } from "./release-question";
import { at, eight, question, stranger, told } from "./testing";

const note = "交警说十点通，到时再回一次";

test("what one answers goes to a colleague, with a note that names the colleague", async () => {
  const { lin, zhao, hears } = await town();
  const { questionId, threadId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await claimQuestion(on, lin, at(3));
  const { noteId } = await handOverQuestion({ ...on, toId: zhao.id, note }, lin, at(9));
  expect(await question(questionId)).toMatchObject({ assignedToId: zhao.id, assignedAt: at(9), dueAt: at(600) });
  expect(await db.internalNote.findUniqueOrThrow({ where: { id: noteId }, include: { mentions: true } })).toMatchObject({
    threadId,
    officerId: lin.id,
    text: note,
    at: at(9),
    mentions: [{ officerId: zhao.id, readAt: null }],
  });
  expect(await told("question.handedOver")).toEqual([{ at: at(9), questionId, officerId: lin.id, facts: { toId: zhao.id, noteId } }]);
});

test("refused, and no note left, for what is a colleague's, nobody's, ended or of another account", async () => {
  const { lin, zhao, he, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  const handOver = (officer = lin) => handOverQuestion({ ...on, toId: he.id, note }, officer);
  await expect(handOver()).rejects.toMatchObject({ code: "alreadyClaimed" });
  await claimQuestion(on, zhao);
  await expect(handOver()).rejects.toMatchObject({ code: "alreadyClaimed" });
  await expect(handOver(stranger(zhao))).rejects.toMatchObject({ code: "questionNotFound" });
  await db.officer.update({ where: { id: he.id }, data: { deactivatedAt: eight } });
  await expect(handOver(zhao)).rejects.toMatchObject({ code: "officerNotFound" });
  await closeQuestion({ ...on, reason: "repeated" }, zhao);
  await expect(handOver(zhao)).rejects.toMatchObject({ code: "questionNotOpen" });
  expect(await db.internalNote.count()).toBe(0);
  expect(await told("question.handedOver")).toEqual([]);
});

test("a colleague lifts the claim in the same instant: either it was handed over first, or there is no note", async () => {
  const { lin, zhao, he, hears } = await town();
  const { questionId } = await hears("o-xing", "出口堵了", eight);
  const on = { questionId: questionId ?? "" };
  await claimQuestion(on, lin);
  const [handed] = await Promise.allSettled([
    handOverQuestion({ ...on, toId: zhao.id, note }, lin),
    releaseQuestion({ ...on, assignedToId: lin.id }, he),
  ]);
  expect((await question(questionId)).assignedToId).toBe(handed.status === "fulfilled" ? zhao.id : null);
  expect(await db.internalNote.count()).toBe(handed.status === "fulfilled" ? 1 : 0);
});
