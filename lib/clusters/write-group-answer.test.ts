import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { mintToken } from "@/lib/officers/mint-token";
import { scopeOf } from "@/lib/officers/scope";
import { says } from "@/lib/replies/testing";
import { after, DAY } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { holdGrouping } from "./lease";
import { placeQuestions } from "./place-questions";
import { planGroupAnswer } from "./plan";
import { answers, at, cluster, crowd, decision, seen, standing, told } from "./testing";
import { writeGroupAnswer, writeProgramAnswer } from "./write-group-answer";

const TEXT = "三号路主管抢修，预计今晚八点恢复供水。";

test("exactly the members that were seen; who came later stays out and is told apart", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路怎么没水"]);
  const frozen = await seen(members.map(({ questionId }) => questionId));
  const holderId = uuid();
  await holdGrouping(desk.accountId, holderId, at(30));
  const late = (await desk.hears("o-late", "三号路也没水", at(30))).questionId ?? "";
  await placeQuestions({ accountId: desk.accountId, holderId }, [decision(late, members[0]?.questionId ?? null)], at(31));

  const input = { clusterId, clusterVersion: 2, members: frozen, answer: { kind: "answer" as const, text: TEXT } };
  const plan = await planGroupAnswer(input, desk.lin, at(40));
  expect(plan).toMatchObject({ reached: 3, held: 0, unreachable: 0, parts: 1, approvalNeeded: false, others: [late] });
  const written = await writeGroupAnswer({ ...input, groupAnswerId: uuid() }, desk.lin, at(40));
  expect(written).toMatchObject({ reached: 3, sendAfter: at(45) });
  expect(Object.keys(await standing(written.id)).sort()).toEqual(members.map(({ questionId }) => questionId).sort());
  const facts = { clusterId, groupAnswerId: written.id, kind: "answer", reached: 3, held: 0, unreachable: 0, approvalNeeded: false };
  expect(await told("groupAnswer.written")).toEqual([{ questionId: null, officerId: desk.lin.id, facts }]);
});

test("the officer sees beforehand who cannot be reached and why, and the same is written", async () => {
  const desk = await town();
  const said = ["三号路停水了", "三号路没水", "三号路怎么没水", "三号路断水", "三号路无水", "三号路没有水", "三号路还没水", "三号路水停了"];
  const { members, clusterId } = await crowd(desk, said);
  const ids = members.map(({ questionId }) => questionId);
  const [, news, closed, ended, claimed, spent, gone, being] = members;
  const frozen = await seen(ids);
  await desk.hears(news?.openid ?? "", "还有五号路", at(50));
  const resident = (member: typeof news) => ({ where: { openid: member?.openid ?? "" } });
  await db.resident.updateMany({ ...resident(closed), data: { messageWindowClosesAt: at(1) } });
  await db.question.update({
    where: { id: ended?.questionId ?? "" },
    data: { closedAt: at(2), closeReason: "repeated", collecting: false },
  });
  await db.question.update({ where: { id: claimed?.questionId ?? "" }, data: { assignedToId: desk.zhao.id } });
  await db.resident.updateMany({ ...resident(spent), data: { messageWindowRemaining: 0 } });
  await db.resident.updateMany({ ...resident(gone), data: { unfollowedAt: at(3) } });
  await says(desk.zhao, being?.threadId ?? "", "请稍等，马上查", at(4));

  const input = { clusterId, clusterVersion: 2, members: frozen, answer: { kind: "answer" as const, text: TEXT } };
  const plan = await planGroupAnswer(input, desk.lin, at(60));
  expect(plan).toMatchObject({ reached: 1, held: 4, unreachable: 3 });
  const { id } = await writeGroupAnswer({ ...input, groupAnswerId: uuid() }, desk.lin, at(60));
  const whys = ["waiting", "newMessage", "windowClosed", "ended", "claimed", "windowSpent", "unfollowed", "beingAnswered"];
  expect(await standing(id)).toEqual(Object.fromEntries(ids.map((questionId, index) => [questionId, whys[index]])));
});

test("two officers answer at once: one is written, the other hears whose is under way", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const outcomes = await Promise.allSettled([
    answers(desk.lin, clusterId, TEXT, at(40)),
    answers(desk.zhao, clusterId, "正在抢修，请稍候片刻。", at(40)),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [first] = await db.groupAnswer.findMany({ include: { officer: true } });
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "answerUnderway", facts: { officer: first?.officer.name, members: 2 } },
  });
});

test("asked for twice with one id it is one answer; another text under that id is refused", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const groupAnswerId = uuid();
  const first = await answers(desk.lin, clusterId, TEXT, at(40), { groupAnswerId });
  expect(await answers(desk.lin, clusterId, TEXT, at(41), { groupAnswerId })).toEqual(first);
  await expect(answers(desk.lin, clusterId, "别的话", at(41), { groupAnswerId })).rejects.toMatchObject({ code: "idempotencyKeyReused" });
  expect(await db.groupAnswer.count()).toBe(1);
});

test("held: names and numbers that only single members gave, and variables that nobody can fill", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, [
    "我叫张建国，三号路停水，电话13800001111",
    "三号路没水，打96116没人接",
    "三号路停水，打了96116",
  ]);
  const code = (text: string) => answers(desk.lin, clusterId, text, at(40)).catch(({ code: refused, facts }) => ({ refused, facts }));
  expect(await code("请联系13800001111。")).toEqual({ refused: "namesMembers", facts: { found: "13800001111" } });
  expect(await code("张建国您好，八点来水。")).toEqual({ refused: "namesMembers", facts: { found: "张建国" } });
  expect(await code("{称呼}您好，{小区}八点来水。")).toEqual({ refused: "variableUnknown", facts: { variables: "{小区}" } });
  expect(await code(" ")).toMatchObject({ refused: "replyEmpty" });
  expect(await code("{称呼}，抢修电话96116。")).toMatchObject({ reached: 3 });
});

test("an interim promises no later than five working days; nobody reached is refused", async () => {
  const desk = await town();
  const { clusterId, members } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const interim = (promisedAt: Date) => ({ answer: { kind: "interim" as const, text: "已转供水公司。", unit: "供水公司", promisedAt } });
  await expect(answers(desk.lin, clusterId, "", at(40), interim(after(at(40), 20 * DAY)))).rejects.toMatchObject({
    code: "promiseNotAllowed",
  });
  await db.question.updateMany({ data: { closedAt: at(41), closeReason: "repeated", collecting: false } });
  const nobody = { members: await seen(members.map(({ questionId }) => questionId)) };
  await expect(answers(desk.lin, clusterId, TEXT, at(42), nobody)).rejects.toMatchObject({ code: "nobodyReached" });
  const stranger = { ...desk.lin, scope: scopeOf([uuid()]) };
  await expect(answers(stranger, clusterId, TEXT, at(42), nobody)).rejects.toMatchObject({ code: "clusterNotFound" });
});

test("a program answers a cluster at the version it read, once for each key", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const { officerId } = await mintToken({ name: "热线", role: "officer" });
  const program = { id: officerId, name: "热线", role: "officer" as const, scope: scopeOf([desk.accountId]) };
  const { id: apiTokenId } = await db.apiToken.findFirstOrThrow();
  const { version } = await cluster(clusterId);
  const request = { apiTokenId, key: "k", requestHash: "h" };
  const input = { clusterId, clusterVersion: version, text: TEXT };
  await expect(writeProgramAnswer({ ...input, clusterVersion: version - 1 }, program, null, at(40))).rejects.toMatchObject({
    code: "clusterMoved",
    facts: { version },
  });
  const first = await writeProgramAnswer(input, program, request, at(40));
  expect(first).toMatchObject({ reached: 2, sendAfter: at(40) });
  expect(await writeProgramAnswer(input, program, request, at(41))).toEqual(first);
});
