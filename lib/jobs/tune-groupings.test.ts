import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lessonsOf } from "@/lib/clusters/lessons";
import { removeMembers } from "@/lib/clusters/remove-members";
import { revertTuning } from "@/lib/clusters/revert-tuning";
import { answers, crowd } from "@/lib/clusters/testing";
import { undoClusterChange } from "@/lib/clusters/undo-cluster-change";
import { withdrawGroupAnswer } from "@/lib/clusters/withdraw-group-answer";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import { startOfDay } from "@/lib/time/zones";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { Grouper } from "./group-questions";
import { judgeLessons } from "./judge-lessons";
import { tuneAccount, tuneAtNight } from "./tune-groupings";

const ago = (minutes: number) => after(now(), -minutes * MINUTE);
const ROADS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].flatMap((road) => [`${road}号路`, `青${road}路`]);

/**
 * A town whose officers take out of each road's dancing who wants to join in and who complains of a dog, which the machine finds alike,
 * and answer the others.
 */
async function taught() {
  const desk = await town();
  for (const [index, road] of ROADS.entries()) {
    const texts = [`${road}广场舞太吵了`, `${road}跳广场舞的太吵，孩子没法写作业`, `${road}广场舞想报名`, `${road}狗叫太吵`];
    const { members, clusterId } = await crowd(desk, texts, ago(60 + index));
    const others = members.slice(2).map(({ questionId }) => questionId);
    for (const questionId of others) await removeMembers({ clusterId, questionIds: [questionId] }, desk.lin);
    await answers(desk.lin, clusterId, "已请社区劝导。", now());
  }
  return desk;
}

test("what officers take out and answer together is what it learns from; what they take back is forgotten", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"], ago(60));
  const [, second, third] = members.map(({ questionId }) => questionId) as [string, string, string];
  const { changeId } = await removeMembers({ clusterId, questionIds: [third] }, desk.lin);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", now());
  const pairs = async () => (await lessonsOf(desk.accountId)).map(({ askedId, same }) => [askedId, same]);
  expect((await pairs()).sort()).toEqual(
    [
      [second, true],
      [third, false],
    ].sort(),
  );
  await withdrawGroupAnswer({ groupAnswerId: id }, desk.lin);
  expect(await pairs()).toEqual([[third, false]]);
  await undoClusterChange({ changeId }, desk.lin);
  expect(await pairs()).toEqual([]);
});

test("a lesson is judged as the machine would have seen it, whoever came first; erased words are left out", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了，什么时候来水", "三号路怎么没水了", "五号路什么时候停水啊"], ago(60));
  const [first, , other] = members.map(({ questionId }) => questionId) as [string, string, string];
  await removeMembers({ clusterId, questionIds: [other] }, desk.lin);
  await answers(desk.lin, clusterId, "今晚八点来水。", now());
  const lessons = await lessonsOf(desk.accountId);
  const judged = await judgeLessons(desk.accountId, lessons);
  const alike = judged.find(({ together }) => together);
  expect(alike?.logit).toBeGreaterThan(0);
  for (const { logit, together } of judged) if (!together) expect(logit).toBeLessThan(alike?.logit ?? 0);
  await db.message.updateMany({ where: { questionId: first }, data: { text: "" } });
  expect((await judgeLessons(desk.accountId, lessons)).length).toBeLessThan(judged.length);
});

test("enough lessons make the account's decision another one, measured on clusters held back; the worker follows without a restart", async () => {
  const { accountId, hears } = await taught();
  const worker = new Grouper(randomUUID());
  const together = async (...openids: string[]) => {
    await worker.round();
    const questions = await db.question.findMany({ where: { thread: { resident: { openid: { in: openids } } } } });
    return new Set(questions.map(({ id, clusterId }) => clusterId ?? id)).size === 1;
  };
  const measured = await tuneAccount(accountId, { dryRun: true });
  expect(measured).toMatchObject({ taken: true });
  expect(await db.groupingTuning.count()).toBe(0);

  const { figures, tuning } = await tuneAccount(accountId, { dryRun: false });
  expect(figures?.lossAfter).toBeLessThan(figures?.lossBefore ?? 0);
  expect(figures?.held).toBeGreaterThanOrEqual(10);
  expect(await db.groupingTuning.findMany()).toMatchObject([{ accountId, ...tuning, figures }]);

  // So strict a decision that nothing joins any more shows whether it is in force.
  await hears("o-a", "青云路路灯坏了，什么时候修");
  await hears("o-b", "青云路的路灯坏了，什么时候来修");
  expect(await together("o-a", "o-b")).toBe(true);
  await db.groupingTuning.updateMany({ data: { scale: 0.3, shift: -3 } });
  await worker.round();
  const strict = await db.groupingTuning.findFirstOrThrow();
  await db.$transaction((tx) =>
    tx.event.create({ data: { type: "grouping.tuned", accountId, at: now(), facts: { tuningId: strict.id } } }),
  );
  await worker.round();
  await hears("o-c", "青河路路灯坏了，什么时候修");
  await hears("o-d", "青河路的路灯不亮，什么时候来修");
  expect(await together("o-c", "o-d")).toBe(false);
  expect(await revertTuning(accountId)).toBe(true);
  await worker.round();
  await hears("o-e", "青山路路灯坏了，什么时候修");
  await hears("o-f", "青山路的路灯不亮，什么时候来修");
  expect(await together("o-e", "o-f")).toBe(true);
});

test("a few lessons, or lessons it did not err in, change nothing", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "五号路停电"], ago(60));
  await removeMembers({ clusterId, questionIds: [members[2]?.questionId ?? ""] }, desk.lin);
  expect(await tuneAccount(desk.accountId, { dryRun: false })).toMatchObject({ figures: null, taken: false });
  expect(await db.groupingTuning.count()).toBe(0);
});

test("it is done in the night of the account's own clock, where enough was taught since the last time", async () => {
  const { accountId } = await taught();
  await db.officialAccount.updateMany({ data: { timeZone: "Pacific/Honolulu" } });
  await tuneAtNight(after(startOfDay(now(), "Asia/Shanghai"), DAY + 3 * HOUR));
  const midnight = startOfDay(now(), "Pacific/Honolulu");
  expect(await db.groupingTuning.count()).toBe(0);
  await tuneAtNight(after(midnight, DAY + 3 * HOUR + MINUTE));
  expect(await db.groupingTuning.count({ where: { accountId } })).toBe(1);
  await revertTuning(accountId);
  await tuneAtNight(after(midnight, DAY + 3 * HOUR + 2 * MINUTE));
  expect(await db.groupingTuning.count({ where: { revertedAt: null } })).toBe(0);
});
