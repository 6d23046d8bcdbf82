import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { giveRating } from "./give-rating";
import { ratingOfTap } from "./queries";
import { reportRequest } from "./report-request";
import { menuIdOf } from "./rules";
import { askingTown, at, claims, OPENID, question } from "./testing";

async function asked() {
  const desk = await askingTown();
  const { threadId, questionId } = await desk.asksAndHears(OPENID, 0);
  const claim = await claims(at(40));
  await reportRequest(claim, { kind: "sent" }, at(40));
  return { ...desk, threadId, questionId, claim };
}

test("tapped twice, and said on the page at once: one rating, the first", async () => {
  const { claim, questionId } = await asked();
  const tries = (["satisfied", "fair", "notSolved", "satisfied"] as const).flatMap((score) => [
    giveRating({ requestId: claim.id, score, means: "menu" }, at(50)),
    giveRating({ requestId: claim.id, score, means: "page" }, at(50)),
  ]);
  const given = await Promise.allSettled(tries);
  expect(given.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(given.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual(Array(7).fill("ratingGiven"));
  expect(await db.rating.count({ where: { questionId } })).toBe(1);
  expect(await told("rating.given")).toHaveLength(1);
});

test("not solved: the question is open again at its original due time and waits from the tap on; what is typed next belongs to it", async () => {
  const { claim, questionId, hears } = await asked();
  expect(await giveRating({ requestId: claim.id, score: "notSolved", means: "menu" }, at(50))).toEqual({ hasReopened: true });
  expect(await question(questionId)).toMatchObject({
    answeredAt: null,
    dueAt: at(10),
    waitingSince: at(50),
    reopenedAt: at(50),
    reopenedById: null,
    collecting: true,
  });
  const [given, reopened] = [await told("rating.given"), await told("question.reopened")];
  expect(given).toMatchObject([{ questionId, officerId: null, facts: { score: "notSolved", means: "menu" } }]);
  expect(reopened).toMatchObject([{ questionId, officerId: null, facts: { was: "answered", by: "resident" } }]);
  const order = await db.event.findMany({ where: { type: { in: ["rating.given", "question.reopened"] } }, orderBy: { id: "asc" } });
  expect(order.map(({ type }) => type)).toEqual(["rating.given", "question.reopened"]);
  expect((await hears(OPENID, "还是堵着", at(52))).questionId).toBe(questionId);
});

test("one that is open already is not opened twice; any other score opens nothing", async () => {
  const { claim, questionId, asksAndHears } = await asked();
  await db.question.update({ where: { id: questionId }, data: { answeredAt: null } });
  expect(await giveRating({ requestId: claim.id, score: "notSolved", means: "page" }, at(50))).toEqual({ hasReopened: false });
  const other = await asksAndHears("o-pan", 60);
  const next = await claims(at(100));
  expect(await giveRating({ requestId: next.id, score: "unsatisfied", means: "page" }, at(101))).toEqual({ hasReopened: false });
  expect((await question(other.questionId)).answeredAt).not.toBeNull();
  expect(await told("question.reopened")).toEqual([]);
});

test("refused after seven days, for one that never went out, and for a menu that another resident got", async () => {
  const { claim, accountId, asksAndHears } = await asked();
  const late = giveRating({ requestId: claim.id, score: "fair", means: "page" }, at(40 + 7 * 24 * 60));
  await expect(late).rejects.toMatchObject({ code: "ratingExpired" });
  await asksAndHears("o-pan", 60);
  const menuId = menuIdOf(claim.seq, "notSolved");
  expect(await ratingOfTap({ accountId, openid: OPENID, menuId })).toEqual({ requestId: claim.id, score: "notSolved" });
  expect(await ratingOfTap({ accountId, openid: "o-pan", menuId })).toBeNull();
  expect(await ratingOfTap({ accountId: crypto.randomUUID(), openid: OPENID, menuId })).toBeNull();
  await expect(giveRating({ requestId: crypto.randomUUID(), score: "fair", means: "page" })).rejects.toMatchObject({
    code: "ratingNotFound",
  });
  const queued = await db.ratingRequest.update({ where: { id: claim.id }, data: { status: "queued", claimedAt: null } });
  await expect(giveRating({ requestId: queued.id, score: "fair", means: "page" }, at(50))).rejects.toMatchObject({
    code: "ratingNotFound",
  });
  expect(await db.rating.count()).toBe(0);
});
