import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { claimQuestion } from "@/lib/questions/claim-question";
import { handOverQuestion } from "@/lib/questions/hand-over-question";
import { Refusal } from "@/lib/refusal";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { approveGroupAnswer } from "./approve-group-answer";
import { correctGroupAnswer } from "./correct-group-answer";
import { holdGrouping } from "./lease";
import { mergeClusters } from "./merge-clusters";
import { pauseGroupAnswer } from "./pause-group-answer";
import { placeQuestions } from "./place-questions";
import { removeMembers } from "./remove-members";
import { resumeGroupAnswer } from "./resume-group-answer";
import { takeMember } from "./take-member";
import { answers, at, cluster, crowd, decision, delivered, membersOf, plantCrowd, seen, sendAll, standing } from "./testing";
import { undoClusterChange } from "./undo-cluster-change";
import { withdrawGroupAnswer } from "./withdraw-group-answer";
import { writeGroupAnswer } from "./write-group-answer";

const TEXT = "三号路今晚八点来水。";

/** Runs everything at once; an expected no is an outcome, anything else fails the test. */
async function atOnce(...acts: Promise<unknown>[]) {
  const outcomes = await Promise.allSettled(acts);
  const defects = outcomes.flatMap((one) => (one.status === "rejected" && !(one.reason instanceof Refusal) ? [String(one.reason)] : []));
  expect(defects).toEqual([]);
  return outcomes;
}

const repliesTwice = () => db.reply.groupBy({ by: ["threadId"], _count: true, having: { threadId: { _count: { gt: 1 } } } });

test("two hundred are answered while workers place, residents write, and officers take out, hand over, merge and undo: no circle, nobody twice", async () => {
  const desk = await town();
  const { lin, zhao, accountId } = desk;
  const { clusterId, members } = await plantCrowd(desk, 200, at(1));
  const other = await crowd(desk, ["三号路停水了", "三号路没水"], at(2));
  const { id } = await answers(lin, clusterId, TEXT, at(40));
  await approveGroupAnswer({ groupAnswerId: id }, zhao, at(41));
  const holderId = uuid();
  await holdGrouping(accountId, holderId, at(50));
  const some = (from: number, count: number) => members.slice(from, from + count);
  const writes = async () => {
    for (const { openid } of some(0, 30)) await desk.hears(openid, "还是没水", at(50));
  };
  const places = async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { questionId } = await desk.hears(`o-new-${turn}`, "三号路没水", at(51));
      await placeQuestions({ accountId, holderId }, [decision(questionId ?? "", members[turn]?.questionId ?? null)], at(51));
    }
  };
  const corrects = async () => {
    for (const { questionId } of some(30, 10)) {
      const out = await removeMembers({ clusterId, questionIds: [questionId] }, lin, at(50));
      await undoClusterChange({ changeId: out.changeId }, lin, at(50));
    }
  };
  const handsOver = async () => {
    for (const { questionId } of some(60, 15)) {
      await claimQuestion({ questionId }, lin, at(50)).catch(refusedOnly);
      await handOverQuestion({ questionId, toId: zhao.id, note: "请接手" }, lin, at(50)).catch(refusedOnly);
    }
  };
  const merges = async () => {
    const { changeId } = await mergeClusters({ fromId: other.clusterId, intoId: clusterId }, zhao, at(50));
    await undoClusterChange({ changeId }, zhao, at(50)).catch(refusedOnly);
  };
  const takes = async () => {
    for (const { questionId } of some(90, 5)) await takeMember({ questionId }, zhao, at(50)).catch(refusedOnly);
  };
  await atOnce(sendAll(at(50)), sendAll(at(50)), delivered(at(50)), writes(), places(), corrects(), handsOver(), merges(), takes());
  await atOnce(sendAll(at(60)), delivered(at(60)));
  await delivered(at(61));

  expect(await repliesTwice()).toEqual([]);
  const stands = Object.values(await standing(id));
  expect(stands).toHaveLength(200);
  expect(stands.filter((why) => !["queued", "newMessage", "claimed", "leftCluster", "ended"].includes(why))).toEqual([]);
  expect(await db.question.count({ where: { cluster: { mergedIntoId: { not: null } } } })).toBe(0);
}, 120_000);

test("a merge leaves nobody behind, however many are placed meanwhile", async () => {
  const desk = await town();
  const { accountId, lin } = desk;
  const one = await crowd(desk, ["三号路停水了", "三号路没水"], at(0));
  const into = await crowd(desk, ["三号路断水了", "三号路缺水"], at(10));
  const late = await Promise.all(Array.from({ length: 12 }, (_, index) => desk.hears(`o-late-${index}`, "三号路没水", at(20))));
  const holderId = uuid();
  await holdGrouping(accountId, holderId, at(20));
  const partnerId = one.members[0]?.questionId ?? null;
  const places = late.map(({ questionId }) => placeQuestions({ accountId, holderId }, [decision(questionId ?? "", partnerId)], at(21)));
  await atOnce(...places.slice(0, 6), mergeClusters({ fromId: one.clusterId, intoId: into.clusterId }, lin, at(21)), ...places.slice(6));
  expect(await membersOf(one.clusterId)).toEqual([]);
  expect(await membersOf(into.clusterId)).toHaveLength(16);
});

test("the same answer posted twice at once is one; approved by two at once is approved once; another text under its id is refused", async () => {
  const desk = await town();
  const { clusterId, members } = await plantCrowd(desk, 60, at(1));
  const input = {
    ...{ groupAnswerId: uuid(), clusterId, clusterVersion: 1 },
    members: await seen(members.map(({ questionId }) => questionId)),
    answer: { kind: "answer" as const, text: TEXT },
  };
  const written = await Promise.all([writeGroupAnswer(input, desk.lin, at(40)), writeGroupAnswer(input, desk.lin, at(40))]);
  expect(written[0]).toEqual(written[1]);
  expect(await db.groupAnswer.count()).toBe(1);
  const different = { ...input, answer: { kind: "answer" as const, text: "别的" } };
  await expect(writeGroupAnswer(different, desk.lin, at(41))).rejects.toMatchObject({ code: "idempotencyKeyReused" });
  const on = { groupAnswerId: input.groupAnswerId };
  const approved = await atOnce(approveGroupAnswer(on, desk.zhao, at(42)), approveGroupAnswer(on, desk.he, at(42)));
  expect(approved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("two officers answer one cluster at once: one does, the other is told who", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const outcomes = await atOnce(answers(desk.lin, clusterId, TEXT, at(40)), answers(desk.zhao, clusterId, "正在抢修。", at(40)));
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toMatchObject([{ code: "answerUnderway", facts: { members: 2 } }]);
  expect(await sendAll(at(50))).toBe(2);
});

test("paused, gone on with, paused and taken back while two workers send: everybody has it once or not at all", async () => {
  const desk = await town();
  const { clusterId, members } = await plantCrowd(desk, 40, at(1));
  const { id } = await answers(desk.lin, clusterId, TEXT, at(40));
  const on = { groupAnswerId: id };
  const steers = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await pauseGroupAnswer(on, desk.lin, at(50)).catch(refusedOnly);
      await resumeGroupAnswer(on, desk.zhao, at(50)).catch(refusedOnly);
    }
    await withdrawGroupAnswer(on, desk.lin, at(50)).catch(refusedOnly);
  };
  const [first, second, phones] = await Promise.all([sendAll(at(50)), sendAll(at(50)), delivered(at(50)), steers()]);
  const later = await delivered(at(60));
  expect(first + second).toBeLessThanOrEqual(40);
  const told = [...Object.values(phones), ...Object.values(later)];
  expect(told.flat()).toHaveLength(told.length);
  const stands = Object.values(await standing(id));
  expect(stands.filter((state) => state === "queued")).toHaveLength(told.length);
  expect(stands.filter((state) => state === "withdrawn")).toHaveLength(members.length - told.length);
});

test("a merge while an answer is being sent or written keeps nobody from it; a split does", async () => {
  const desk = await town();
  const one = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"], at(0));
  const into = await crowd(desk, ["三号路断水了", "三号路缺水"], at(10));
  const ids = one.members.map(({ questionId }) => questionId) as [string, string, string];
  const { id } = await answers(desk.lin, one.clusterId, TEXT, at(40));
  await removeMembers({ clusterId: one.clusterId, questionIds: [ids[2]] }, desk.lin, at(41));
  await mergeClusters({ fromId: one.clusterId, intoId: into.clusterId }, desk.zhao, at(41));
  await sendAll(at(50));
  expect(await standing(id)).toEqual({ [ids[0]]: "queued", [ids[1]]: "queued", [ids[2]]: "leftCluster" });

  const more = await crowd(desk, ["三号路又停水了", "三号路又没水"], at(60));
  const members = await seen(more.members.map(({ questionId }) => questionId));
  const { version } = await cluster(more.clusterId);
  await mergeClusters({ fromId: more.clusterId, intoId: into.clusterId }, desk.zhao, at(70));
  const answer = { kind: "answer" as const, text: TEXT };
  const input = { groupAnswerId: uuid(), clusterId: more.clusterId, clusterVersion: version, members, answer };
  expect(await writeGroupAnswer(input, desk.lin, at(71))).toMatchObject({ reached: 2, held: 0 });
  expect(await db.groupAnswer.findUniqueOrThrow({ where: { id: input.groupAnswerId } })).toMatchObject({ clusterId: into.clusterId });
});

test("corrected while it is still being sent: who waits hears only nothing, who has it is corrected, who unfollowed is told apart", async () => {
  const desk = await town();
  const { clusterId, members } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水", "三号路缺水"]);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(40));
  await desk.hears(members[3]?.openid ?? "", "", at(41), { kind: "event", event: "unsubscribe" });
  expect(await sendAll(at(45))).toBe(4);
  const states = await standing(id);
  expect(states[members[3]?.questionId ?? ""]).toBe("unfollowed");
  const got = await delivered(at(46));
  const correction = await correctGroupAnswer({ groupAnswerId: id, correctionId: uuid(), text: TEXT }, desk.zhao, at(50));
  expect(correction).toMatchObject({ reached: 3, unclear: 0 });
  await Promise.all([sendAll(at(60)), sendAll(at(60))]);
  const corrected = await delivered(at(61));
  expect(Object.keys(corrected).sort()).toEqual(Object.keys(got).sort());
});

function refusedOnly(error: unknown) {
  if (!(error instanceof Refusal)) throw error;
}
