import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { assignQuestions, closeQuestions, snoozeQuestions, undoBulk } from "./bulk";
import { claimQuestion } from "./claim-question";
import { snoozeQuestion } from "./snooze-question";
import { told } from "./testing";

async function heard(hears: Awaited<ReturnType<typeof town>>["hears"], count: number) {
  const all = await Promise.all(Array.from({ length: count }, (_, index) => hears(`o-${index}`, "停水了")));
  return all.map(({ questionId }) => questionId ?? "");
}
const assignees = async () => (await db.question.findMany({ orderBy: { id: "asc" } })).map(({ id, assignedToId }) => [id, assignedToId]);

test("assigned together, each refusal by itself, and one undo puts everyone's back", async () => {
  const { lin, zhao, he, hears } = await town();
  const ids = await heard(hears, 12);
  const [first = "", second = ""] = ids;
  await claimQuestion({ questionId: first }, he);
  const before = await assignees();
  const gone = uuid();
  await closeQuestions({ questionIds: [second], reason: "repeated" }, lin);
  const { done, refused } = await assignQuestions({ questionIds: [...ids, gone, first], toId: zhao.id }, lin);
  expect(done).toHaveLength(11);
  expect(done).toContainEqual({ questionId: first, previousId: he.id });
  expect(refused).toEqual(
    expect.arrayContaining([
      { questionId: second, refusal: "questionNotOpen" },
      { questionId: gone, refusal: "questionNotFound" },
    ]),
  );
  expect(await told("question.assigned")).toHaveLength(11);
  await undoBulk({ what: "assign", toId: zhao.id, done }, lin);
  expect(await assignees()).toEqual(before);
});

test("an undo leaves alone what a colleague has changed since", async () => {
  const { lin, zhao, he, hears } = await town();
  const ids = await heard(hears, 3);
  const { done } = await assignQuestions({ questionIds: ids, toId: zhao.id }, lin);
  await assignQuestions({ questionIds: ids.slice(0, 1), toId: he.id }, zhao);
  const undone = await undoBulk({ what: "assign", toId: zhao.id, done }, lin);
  expect(undone.refused).toEqual([{ questionId: ids[0], refusal: "alreadyClaimed" }]);
  expect((await assignees()).filter(([, assignee]) => assignee !== null)).toEqual([[ids[0], he.id]]);
});

test("snoozed together, and back as they were", async () => {
  const { lin, hears } = await town();
  const ids = await heard(hears, 4);
  await db.question.updateMany({ data: { firstRepliedAt: now() } });
  const earlier = after(now(), HOUR);
  await db.question.update({ where: { id: ids[0] ?? "" }, data: { snoozedUntil: earlier } });
  await db.question.update({ where: { id: ids[1] ?? "" }, data: { dangerWord: "煤气" } });
  const { done, refused } = await snoozeQuestions({ questionIds: ids, until: after(now(), 2 * HOUR) }, lin);
  expect(refused).toEqual([{ questionId: ids[1], refusal: "snoozeTooLate" }]);
  expect(done).toHaveLength(3);
  await undoBulk({ what: "snooze", done }, lin);
  const until = (await db.question.findMany({ orderBy: { id: "asc" } })).map(({ id, snoozedUntil }) => [id, snoozedUntil]);
  expect(Object.fromEntries(until)).toEqual({ ...Object.fromEntries(ids.map((id) => [id, null])), [ids[0] ?? ""]: earlier });
});

test("an undo of a snooze leaves alone what a colleague has put off since, and what a resident has brought back", async () => {
  const { lin, zhao, hears } = await town();
  const ids = await heard(hears, 3);
  const [later = "", spoken = ""] = ids;
  await db.question.updateMany({ data: { firstRepliedAt: now() } });
  const earlier = after(now(), HOUR);
  await db.question.update({ where: { id: spoken }, data: { snoozedUntil: earlier } });
  const { done } = await snoozeQuestions({ questionIds: ids, until: after(now(), 2 * HOUR) }, lin);
  const { until } = await snoozeQuestion({ questionId: later, until: after(now(), 3 * HOUR) }, zhao);
  await hears("o-1", "还有一件事");
  const undone = await undoBulk({ what: "snooze", done }, lin);
  expect(undone.done).toEqual([{ questionId: ids[2] }]);
  expect(undone.refused).toHaveLength(2);
  expect(undone.refused).toEqual(expect.arrayContaining([later, spoken].map((questionId) => ({ questionId, refusal: "undoTooLate" }))));
  expect(await db.question.findUnique({ where: { id: later } })).toMatchObject({ snoozedUntil: until });
  expect(await db.question.findUnique({ where: { id: spoken } })).toMatchObject({ snoozedUntil: null });
});

test("closed together, what was not seen stays open, and one undo opens them again", async () => {
  const { lin, hears } = await town();
  const ids = await heard(hears, 5);
  await hears("o-0", "还有一件事", after(now(), MINUTE));
  const threadVersions = Object.fromEntries(ids.map((id) => [id, 1]));
  const { done, refused } = await closeQuestions({ questionIds: ids, threadVersions, reason: "notAQuestion" }, lin);
  expect(refused).toEqual([{ questionId: ids[0], refusal: "threadMoved" }]);
  expect(await db.question.count({ where: { closedAt: null } })).toBe(1);
  expect((await undoBulk({ what: "close", done }, lin)).refused).toEqual([]);
  expect(await db.question.count({ where: { closedAt: null } })).toBe(5);
});

test("two officers assign the same ones at once: each is told of every one, and each one is somebody's", async () => {
  const { lin, zhao, he, hears } = await town();
  const ids = await heard(hears, 60);
  const results = await Promise.all([
    assignQuestions({ questionIds: ids, toId: zhao.id }, lin),
    assignQuestions({ questionIds: [...ids].reverse(), toId: he.id }, zhao),
  ]);
  const told = results.flatMap(({ done, refused }) => [...done, ...refused]);
  expect(told).toHaveLength(120);
  expect((await assignees()).every(([, assignee]) => assignee === zhao.id || assignee === he.id)).toBe(true);
});
