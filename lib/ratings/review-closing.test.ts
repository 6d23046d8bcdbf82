import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closingCounts, closingsToReview, countClosingsToReview } from "./closings";
import { reviewClosing } from "./review-closing";
import { at, question } from "./testing";

const WEEK = 7 * 24 * 60;

async function closed() {
  const desk = await town();
  const { questionId } = await desk.hears("o-xing", "路灯不亮", at(0));
  const on = { questionId: questionId ?? "", closedAt: at(5) };
  await closeQuestion({ questionId: on.questionId, reason: "notAQuestion" }, desk.lin, at(5));
  return { ...desk, on };
}

test("rightly closed: it stays closed, and is judged once", async () => {
  const { he, admin, lin, on } = await closed();
  const tries = await Promise.allSettled([he, admin].map((one) => reviewClosing({ ...on, verdict: "upheld" }, one, at(60))));
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await question(on.questionId)).closedAt).toEqual(at(5));
  const facts = { verdict: "upheld", reason: "notAQuestion", closedById: lin.id };
  expect(await told("closing.reviewed")).toMatchObject([{ at: at(60), questionId: on.questionId, facts }]);
  await expect(reviewClosing({ ...on, verdict: "overturned" }, he, at(61))).rejects.toMatchObject({ code: "closingReviewed" });
});

test("it should have been answered: open again at its original due time", async () => {
  const { he, lin, on } = await closed();
  await reviewClosing({ ...on, verdict: "overturned" }, he, at(60));
  expect(await question(on.questionId)).toMatchObject({ closedAt: null, dueAt: at(10), reopenedById: he.id, firstRepliedAt: null });
  expect(await told("question.reopened")).toHaveLength(1);
  expect(await closingCounts(he, at(61))).toEqual([{ officer: { id: lin.id, name: lin.name }, closed: 1, reviewed: 1, overturned: 1 }]);
});

test("refused: one's own, another account's, one that was closed anew since it was read", async () => {
  const { he, lin, on } = await closed();
  await expect(reviewClosing({ ...on, verdict: "upheld" }, lin, at(6))).rejects.toMatchObject({ code: "ownClosing" });
  await expect(reviewClosing({ ...on, verdict: "upheld" }, stranger(he), at(6))).rejects.toMatchObject({ code: "closingNotFound" });
  await expect(reviewClosing({ ...on, closedAt: at(4), verdict: "upheld" }, he, at(6))).rejects.toMatchObject({ code: "closingNotFound" });
  expect(await told("closing.reviewed")).toEqual([]);
});

test("one in twenty by a keyed hash, the same for everybody at any time, and none of one's own", async () => {
  const { he, admin, lin, on } = await closed();
  const { accountId, threadId } = await question(on.questionId);
  const closing = { accountId, threadId, openedAt: at(0), dueAt: at(10), targetMinutes: 10, collecting: false, closedAt: at(5) };
  const more = Array.from({ length: 400 }, (_, index) => ({
    ...closing,
    id: `0190a0a0-0000-7000-8000-${String(index).padStart(12, "0")}`,
    closedById: index % 2 === 0 ? lin.id : he.id,
    closeReason: "repeated" as const,
  }));
  await db.question.createMany({ data: more });
  const forAdmin = (await closingsToReview(admin, at(60))).map(({ questionId }) => questionId);
  expect(forAdmin.length).toBeGreaterThan(5);
  expect(forAdmin.length).toBeLessThan(45);
  const forHe = await closingsToReview(he, at(3_000));
  expect(new Set(forHe.map(({ closedBy }) => closedBy.id))).toEqual(new Set([lin.id]));
  expect(forAdmin).toEqual(expect.arrayContaining(forHe.map(({ questionId }) => questionId)));
  expect(await countClosingsToReview(stranger(admin), at(60))).toBe(0);
});

test("at least one of everybody who closed something in a week, once the week is over; judged, no other takes its place", async () => {
  const { he, on, hears, lin } = await closed();
  for (const minutes of [20, 40]) {
    const { questionId } = await hears(`o-${minutes}`, "有事", at(minutes));
    await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin, at(minutes + 1));
  }
  const nextWeek = await closingsToReview(he, at(WEEK));
  expect(nextWeek.length).toBeGreaterThan(0);
  for (const { questionId, closedAt } of nextWeek) await reviewClosing({ questionId, closedAt, verdict: "overturned" }, he, at(WEEK));
  expect(await countClosingsToReview(he, at(WEEK + 1))).toBe(0);
  expect(await countClosingsToReview(he, at(6 * WEEK))).toBe(0);
  expect(on.questionId).not.toBe("");
});
