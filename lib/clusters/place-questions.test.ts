import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { holdGrouping } from "./lease";
import { placeQuestions } from "./place-questions";
import { at, cluster, crowd, decision, eight, membersOf, told } from "./testing";

/** A desk whose grouping is held, and residents who have asked. */
async function asked(...texts: string[]) {
  const desk = await town();
  const holderId = uuid();
  await holdGrouping(desk.accountId, holderId, eight);
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) ids.push((await desk.hears(`o-${index}`, text, eight)).questionId ?? "");
  return { ...desk, ids: ids as [string, string, string, string], by: { accountId: desk.accountId, holderId } };
}

test("a question alone belongs to no cluster; a second one makes one of both, and the event tells ids and keys only", async () => {
  const { ids, by } = await asked("三号路停水了", "三号路怎么没水");
  await placeQuestions(by, [decision(ids[0], null)], at(1));
  expect(await db.question.findUniqueOrThrow({ where: { id: ids[0] } })).toMatchObject({ clusterId: null, groupedAt: at(1) });
  expect(await db.cluster.count()).toBe(0);

  const second = decision(ids[1], ids[0]);
  const placed = await placeQuestions(by, [second], at(2));
  expect(placed).toEqual([{ questionId: ids[1], clusterId: second.groupId, partnerId: ids[0], offeredId: null }]);
  expect(await membersOf(second.groupId)).toEqual([ids[0], ids[1]]);
  expect(await cluster(second.groupId)).toMatchObject({ place: "三号路", matter: "停水", arrivals: 2 });
  expect(await db.question.findUniqueOrThrow({ where: { id: ids[1] } })).toMatchObject({
    confidence: "sure",
    reasons: second.reasons,
    likeId: ids[0],
    joinedAt: at(2),
    joinedById: null,
  });
  expect(await told("question.clustered")).toEqual([
    { questionId: ids[1], officerId: null, facts: { clusterId: second.groupId, confidence: "sure" } },
  ]);
});

test("a whole turn at once: each joins whom it is like, those placed in the same turn included", async () => {
  const { ids, by } = await asked("三号路停水了", "三号路没水", "五号路停电", "三号路没有水");
  const placed = await placeQuestions(
    by,
    [decision(ids[0], null), decision(ids[1], ids[0]), decision(ids[2], null), decision(ids[3], ids[1])],
    at(1),
  );
  const clusterId = placed?.[1]?.clusterId ?? "";
  expect(placed?.map((one) => one.clusterId)).toEqual([clusterId, clusterId, null, clusterId]);
  expect(await membersOf(clusterId)).toEqual([ids[0], ids[1], ids[3]]);
  expect(await cluster(clusterId)).toMatchObject({ version: 2, arrivals: 3 });
});

test("the resident's correction moves the question, and that is told; what an officer placed stays", async () => {
  const { ids, by, lin } = await asked("三号路停水了", "三号路没水", "五号路停水");
  await placeQuestions(by, [decision(ids[0], null), decision(ids[1], ids[0]), decision(ids[2], null)], at(1));
  const [first] = await db.cluster.findMany();
  const placed = await placeQuestions(by, [decision(ids[1], ids[2])], at(2));
  expect(placed?.[0]?.clusterId).not.toBe(first?.id);
  expect(await told("question.regrouped")).toMatchObject([{ questionId: ids[1], facts: { fromId: first?.id } }]);
  expect((await cluster(first?.id ?? "")).version).toBe(3);

  await db.question.update({ where: { id: ids[1] }, data: { joinedById: lin.id } });
  await placeQuestions(by, [decision(ids[1], ids[0])], at(3));
  expect(await membersOf(first?.id ?? "")).toEqual([ids[0]]);
});

test("of two workers only the one that holds the grouping writes, whatever the other one believes", async () => {
  const { ids, by } = await asked("三号路停水了", "三号路没水");
  const other = { ...by, holderId: uuid() };
  expect(await holdGrouping(by.accountId, other.holderId, at(14))).toEqual({ held: false, fresh: false });
  expect(await placeQuestions(other, [decision(ids[0], null)], at(14))).toBeNull();
  expect(await holdGrouping(by.accountId, other.holderId, at(16))).toEqual({ held: true, fresh: true });
  expect(await placeQuestions(by, [decision(ids[0], null)], at(17))).toBeNull();
  const outcomes = await Promise.all([
    placeQuestions(by, [decision(ids[1], ids[0])], at(17)),
    placeQuestions(other, [decision(ids[1], ids[0])], at(17)),
  ]);
  expect(outcomes.filter((placed) => placed !== null)).toHaveLength(1);
  expect(await db.cluster.count()).toBe(1);
});

test("whoever comes to a cluster that was answered is offered that answer, unless the same resident got it", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const [one] = members;
  const written = { accountId: desk.accountId, clusterId, clusterVersion: 1, officerId: desk.lin.id, kind: "answer" as const };
  const { id: groupAnswerId } = await db.groupAnswer.create({
    data: { ...written, text: "三号路今晚八点来水", writtenAt: at(60), sendAfter: at(65), recipients: 1, approvalNeeded: false },
  });
  const threadId = one?.threadId ?? "";
  const reply = { accountId: desk.accountId, threadId, officerId: desk.lin.id, kind: "answer" as const, text: "三号路今晚八点来水" };
  const { id: replyId } = await db.reply.create({
    data: {
      ...reply,
      answersThroughSeq: 1n,
      partCount: 1,
      queuedAt: at(65),
      sendAfter: at(65),
      status: "sent",
      sentAt: at(66),
      groupAnswerId,
    },
  });
  await db.groupAnswerMember.create({
    data: { groupAnswerId, questionId: one?.questionId ?? "", threadId, threadVersion: 1, state: "queued", replyId, changedAt: at(65) },
  });
  await db.question.update({ where: { id: one?.questionId ?? "" }, data: { answeredAt: at(66), collecting: false } });

  const holderId = uuid();
  await holdGrouping(desk.accountId, holderId, at(100));
  const late = (await desk.hears("o-late", "三号路也没水", at(100))).questionId ?? "";
  const again = (await desk.hears(one?.openid ?? "", "还是没水", at(100))).questionId ?? "";
  const partner = members[1]?.questionId ?? null;
  const placed = await placeQuestions(
    { accountId: desk.accountId, holderId },
    [decision(late, partner), decision(again, partner)],
    at(101),
  );
  expect(placed?.map(({ offeredId }) => offeredId)).toEqual([groupAnswerId, null]);
});

test("what others say later moves a question and is told; not one that ended, nor one whose cluster was answered or whom an officer placed", async () => {
  const { ids, by, lin, accountId } = await asked("三号路停水了", "三号路没水", "三号路怎么没水", "三号路水停了");
  await placeQuestions(by, [decision(ids[0], null), decision(ids[1], ids[0]), decision(ids[2], null), decision(ids[3], ids[2])], at(1));
  const [first, second] = await Promise.all([ids[0], ids[2]].map((id) => db.question.findUniqueOrThrow({ where: { id } })));
  const later = { byLaterEvidence: true };
  const move = (when: Date) => placeQuestions(by, [decision(ids[2], ids[0], later), decision(ids[3], ids[0], later)], when);

  await db.question.update({ where: { id: ids[2] }, data: { joinedById: lin.id } });
  await db.question.update({ where: { id: ids[3] }, data: { endedAt: at(2), collecting: false } });
  await move(at(3));
  expect(await membersOf(second?.clusterId ?? "")).toEqual([ids[2], ids[3]]);

  await db.question.update({ where: { id: ids[2] }, data: { joinedById: null } });
  await db.question.update({ where: { id: ids[3] }, data: { endedAt: null } });
  const written = { accountId, clusterVersion: 1, officerId: lin.id, kind: "answer" as const, text: "今晚八点来水" };
  const times = { writtenAt: at(4), sendAfter: at(9), recipients: 1, approvalNeeded: false };
  const { id } = await db.groupAnswer.create({ data: { ...written, ...times, clusterId: second?.clusterId ?? "" } });
  await move(at(5));
  expect(await membersOf(second?.clusterId ?? "")).toEqual([ids[2], ids[3]]);

  await db.groupAnswer.update({ where: { id }, data: { withdrawnAt: at(6) } });
  await move(at(7));
  expect(await membersOf(first?.clusterId ?? "")).toEqual(ids);
  expect(await told("question.regrouped")).toMatchObject(
    [ids[2], ids[3]].map((questionId) => ({
      questionId,
      officerId: null,
      facts: { fromId: second?.clusterId, clusterId: first?.clusterId },
    })),
  );
});

test("who goes along with a whole cluster is as doubtful there as before", async () => {
  const { ids, by } = await asked("三号路停水了", "三号路没水", "三号路怎么没水", "三号路水停了");
  const doubtful = { confidence: "doubtful" as const };
  await placeQuestions(
    by,
    [decision(ids[0], null), decision(ids[1], ids[0]), decision(ids[2], null), decision(ids[3], ids[2], doubtful)],
    at(1),
  );
  const along = { byLaterEvidence: true, confidence: null };
  await placeQuestions(by, [decision(ids[2], ids[0], along), decision(ids[3], ids[0], along)], at(2));
  const found = await db.question.findMany({ orderBy: { id: "asc" }, select: { confidence: true, clusterId: true } });
  expect(new Set(found.map(({ clusterId }) => clusterId)).size).toBe(1);
  expect(found.map(({ confidence }) => confidence)).toEqual(["sure", "sure", "sure", "doubtful"]);
});

test("one that comes and is moved on in the same turn stands where it was moved", async () => {
  const { ids, by } = await asked("三号路停水了", "三号路没水", "三号路怎么没水");
  await placeQuestions(
    by,
    [decision(ids[0], null), decision(ids[1], null), decision(ids[2], ids[0]), decision(ids[1], ids[0], { byLaterEvidence: true })],
    at(1),
  );
  const { clusterId, likeId } = await db.question.findUniqueOrThrow({ where: { id: ids[1] } });
  expect(await membersOf(clusterId ?? "")).toEqual([ids[0], ids[1], ids[2]]);
  expect(likeId).toBe(ids[0]);
});
