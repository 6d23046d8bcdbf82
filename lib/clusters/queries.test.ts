import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { listQuestions, listQueue } from "@/lib/questions/queries";
import { queue } from "@/lib/questions/testing";
import { says } from "@/lib/replies/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { holdGrouping } from "./lease";
import { listClusters } from "./lists";
import { lookAt } from "./looks";
import { placeQuestions } from "./place-questions";
import { groupAnswerRows, groupAnswers } from "./progress";
import { clusterSummaries, clusterView, looksOf } from "./queries";
import { answeredCrowd, answers, at, crowd, decision, delivered, eight, sendAll } from "./testing";

const SAID = ["三号路停水了", "三号路没水", "三号路断水", "三号路怎么没水"];

test("the row of a cluster: people, reachable, doubtful, earliest; the queue shows it as one row, the counts as many questions", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, SAID);
  const [, , spent, doubtful] = members;
  await db.resident.updateMany({ where: { openid: spent?.openid ?? "" }, data: { messageWindowRemaining: 0 } });
  await db.question.update({ where: { id: doubtful?.questionId ?? "" }, data: { confidence: "doubtful" } });
  const [summary] = await clusterSummaries(desk.lin.scope, [clusterId], at(10));
  expect(summary).toMatchObject({
    ...{ place: "三号路", matter: "停水", questions: 4, people: 4, reachable: 3, doubtful: 1, dangers: 0, arrivals: 4 },
    ...{ earliestAt: eight, owedAt: at(600) },
  });
  const { rows } = await listQueue(desk.lin.scope, queue("waiting"), desk.lin.id, {}, at(10));
  expect(rows.map(({ id, folded }) => [id, folded])).toEqual([[members[0]?.questionId, false]]);
  expect((await listQuestions(desk.lin.scope, { limit: 9, clusterId })).rows.map(({ folded }) => folded)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(await clusterSummaries(scopeOf([uuid()]), [clusterId])).toEqual([]);
});

test("one resident who writes twice is one of the people", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  await db.question.update({
    where: { id: members[0]?.questionId ?? "" },
    data: { closedAt: at(5), closeReason: "repeated", collecting: false },
  });
  const again = await desk.hears(members[0]?.openid ?? "", "三号路还没水", at(6));
  await db.question.updateMany({ where: { id: { in: [again.questionId ?? "", members[0]?.questionId ?? ""] } }, data: { clusterId } });
  await db.question.update({ where: { id: members[0]?.questionId ?? "" }, data: { closedAt: null, closeReason: null } });
  expect(await clusterSummaries(desk.lin.scope, [clusterId])).toMatchObject([{ questions: 3, people: 2 }]);
});

test("the cluster before the officer: words, reasons, threads as they are; what came since the last look", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, SAID);
  await desk.hears(members[1]?.openid ?? "", "五楼", at(20));
  const view = await clusterView(desk.lin.scope, clusterId, desk.lin.id);
  expect(view).toMatchObject({ looked: 0, summary: { id: clusterId } });
  expect(view?.members.map(({ said }) => said)).toEqual([["三号路停水了"], ["三号路没水", "五楼"], ["三号路断水"], ["三号路怎么没水"]]);
  expect(view?.members[1]).toMatchObject({ threadVersion: 2, reasons: { place: ["三号路"], matter: ["停水"], differing: [] } });
  expect(await lookAt(clusterId, desk.lin)).toEqual({ arrivals: 4 });
  expect(await lookAt(clusterId, { ...desk.lin, scope: scopeOf([uuid()]) })).toEqual({ arrivals: 0 });
  expect(await looksOf(desk.lin.id, [clusterId])).toEqual({ [clusterId]: 4 });
  expect(await clusterView(scopeOf([uuid()]), clusterId, desk.lin.id)).toBeNull();
});

test("lists: open ones of several, answered ones without anything open, by words, a page at a time", async () => {
  const desk = await town();
  const open = await crowd(desk, SAID, at(100));
  const answered = await answeredCrowd(desk, "三号路今晚八点来水。");
  await db.cluster.update({ where: { id: answered.clusterId }, data: { matter: "停电" } });
  await db.cluster.create({ data: { accountId: desk.accountId, place: "", matter: "空", openedAt: eight } });
  const ids = async (filter: Parameters<typeof listClusters>[1], page = { limit: 9 }) =>
    (await listClusters(desk.lin.scope, filter, page)).clusters.map(({ id }) => id);
  expect(await ids({ status: "open" })).toEqual([open.clusterId]);
  expect(await ids({ status: "answered" })).toEqual([answered.clusterId]);
  expect(await ids({ words: "停电" })).toEqual([answered.clusterId]);
  expect(await ids({ words: "%" })).toEqual([]);
  const first = await listClusters(desk.lin.scope, {}, { limit: 1 });
  const second = await listClusters(desk.lin.scope, {}, { limit: 1, cursor: first.nextCursor });
  expect([...first.clusters, ...second.clusters].map(({ id }) => id).sort()).toEqual([open.clusterId, answered.clusterId].sort());
  expect(second.nextCursor).toBeNull();
});

test("who writes again about the own matter makes no cluster for the lists", async () => {
  const desk = await town();
  const alone = await crowd(desk, ["三号路停水了"], at(0));
  const [first] = alone.members;
  await says(desk.zhao, first?.threadId ?? "", "今晚八点来水。", at(10));
  await delivered(at(20));
  const again = (await desk.hears(first?.openid ?? "", "还没来水", at(30))).questionId ?? "";
  const holderId = uuid();
  await holdGrouping(desk.accountId, holderId, at(30));
  await placeQuestions({ accountId: desk.accountId, holderId }, [decision(again, first?.questionId ?? null)], at(30));
  expect(await db.cluster.findMany({ select: { _count: { select: { questions: true } } } })).toEqual([{ _count: { questions: 2 } }]);
  expect(await listClusters(desk.lin.scope, { status: "open" }, { limit: 9 })).toMatchObject({ clusters: [] });
});

test("how far a group answer has come, for each and all; who wrote again is shown", async () => {
  const desk = await town();
  const { clusterId, members } = await crowd(desk, SAID);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(40));
  const state = async () => (await groupAnswers(desk.lin.scope, [id]))[0];
  expect(await state()).toMatchObject({ state: "sending", counts: { waiting: 4 }, officer: { name: "林" } });
  await desk.hears(members[3]?.openid ?? "", "五号路也没水", at(41));
  await sendAll(at(45));
  await delivered(at(46));
  const again = await desk.hears(members[0]?.openid ?? "", "未解决", at(50));
  expect(await state()).toMatchObject({ state: "done", counts: { waiting: 0, sent: 3, held: 1 } });
  const rows = await groupAnswerRows(desk.lin.scope, id);
  expect(rows?.map(({ progress, why, wroteAgainId }) => [progress, why, wroteAgainId])).toEqual([
    ["sent", null, again.questionId],
    ["sent", null, null],
    ["sent", null, null],
    ["held", "newMessage", null],
  ]);
  expect(await groupAnswerRows(scopeOf([uuid()]), id)).toBeNull();
  expect(await groupAnswers(scopeOf([uuid()]), [id])).toEqual([]);
});
