import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import { told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { askRatings } from "./ask-rating";
import { DEFAULT_SATISFACTION } from "./rules";
import { saveSatisfaction } from "./save-satisfaction";
import { answerThread, askingTown, at } from "./testing";

test("half an hour after the answer, once, by however many workers", async () => {
  const { asksAndHears } = await askingTown();
  const { questionId } = await asksAndHears("o-xing", 0);
  expect(await askRatings(at(30))).toBe(0);
  const written = await Promise.all([askRatings(at(32)), askRatings(at(32)), askRatings(at(32))]);
  expect(written.reduce((sum, one) => sum + one)).toBe(1);
  expect(await askRatings(at(40))).toBe(0);
  expect(await told("ratingRequest.queued")).toMatchObject([{ questionId }]);
});

test("nobody is asked about what was closed, served by itself, answered before it was switched on, or too long ago", async () => {
  const desk = await askingTown();
  const closed = await desk.hears("o-closed", "有人吗？路灯", at(0));
  await closeQuestion({ questionId: closed.questionId ?? "", reason: "repeated" }, desk.lin, at(1));
  const served = await desk.asksAndHears("o-served", 0);
  await db.question.update({ where: { id: served.questionId }, data: { selfServedAt: at(1) } });
  const early = await desk.hears("o-early", "停水了", at(-40));
  await answerThread(desk.lin, early.threadId, at(-35));
  expect(await askRatings(at(60))).toBe(0);
  await desk.asksAndHears("o-late", 61);
  expect(await askRatings(at(61 + 9 * 60))).toBe(0);
});

test("never, unless an account switched it on; then about answers from that instant", async () => {
  const { accountId, he, lin, hears } = await town();
  const { threadId } = await hears("o-xing", "停水了", at(0));
  await answerThread(lin, threadId, at(1));
  expect(await askRatings(at(40))).toBe(0);
  const asked = { ...DEFAULT_SATISFACTION, delayMinutes: 0, accountId };
  await saveSatisfaction({ ...asked, isOn: false, seenAt: null }, he, at(41));
  expect(await askRatings(at(42))).toBe(0);
  await saveSatisfaction({ ...asked, isOn: true, seenAt: at(41) }, he, at(43));
  expect(await askRatings(at(44))).toBe(0);
  const other = await hears("o-pan", "停电了", at(45));
  await answerThread(lin, other.threadId, at(46));
  expect(await askRatings(at(47))).toBe(1);
});
