import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { claimReply } from "@/lib/replies/claim-reply";
import { holdReply } from "@/lib/replies/hold-reply";
import { claims } from "@/lib/replies/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { approveGroupAnswer } from "./approve-group-answer";
import { sendMember } from "./send-member";
import { answers, at, crowd, delivered, plantCrowd, sendAll, standing, told } from "./testing";
import { withdrawGroupAnswer } from "./withdraw-group-answer";

test("within five seconds nobody gets it, and its text comes back", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(40));
  expect(await withdrawGroupAnswer({ groupAnswerId: id }, desk.lin, at(44))).toEqual({ text: "今晚八点来水。", withdrawn: 2, gone: 0 });
  expect(await sendAll(at(50))).toBe(0);
  await expect(withdrawGroupAnswer({ groupAnswerId: id }, desk.lin, at(51))).rejects.toMatchObject({ code: "groupAnswerEnded" });
  await expect(answers(desk.zhao, clusterId, "正在抢修。", at(52))).resolves.toMatchObject({ reached: 2 });
});

test("later: who waits and who is queued gets it no more, who has it keeps it", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"]);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(40));
  await sendMember(at(45));
  expect(Object.keys(await delivered(at(45)))).toHaveLength(1);
  await sendMember(at(46));
  expect(await withdrawGroupAnswer({ groupAnswerId: id }, desk.zhao, at(46))).toMatchObject({ withdrawn: 2, gone: 1 });
  expect(await delivered(at(60))).toEqual({});
  expect(Object.values(await standing(id)).sort()).toEqual(["queued", "withdrawn", "withdrawn"]);
  expect(await db.reply.count({ where: { status: "withdrawn" } })).toBe(1);
  expect(await told("groupAnswer.withdrawn")).toMatchObject([{ officerId: desk.zhao.id, facts: { withdrawn: 2, gone: 1 } }]);
});

test("two thousand replies that wait for WeChat are taken back in one go", async () => {
  const desk = await town();
  const { clusterId, members } = await plantCrowd(desk, 2_000, at(1));
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(40));
  await approveGroupAnswer({ groupAnswerId: id }, desk.zhao, at(41));
  const { accountId, lin } = desk;
  const reply = { accountId, officerId: lin.id, groupAnswerId: id, kind: "answer" as const, text: "今晚八点来水。", partCount: 1 };
  const clock = { answersThroughSeq: 1n, queuedAt: at(50), sendAfter: at(50) };
  await db.reply.createMany({ data: members.map(({ threadId }) => ({ ...reply, ...clock, threadId })) });
  await db.$executeRaw`UPDATE "GroupAnswerMember" m SET state = 'queued', "replyId" = y.id FROM "Reply" y WHERE y."threadId" = m."threadId"`;
  expect(await withdrawGroupAnswer({ groupAnswerId: id }, desk.zhao, at(60))).toMatchObject({ withdrawn: 2_000, gone: 0 });
  expect(await told("reply.withdrawn")).toHaveLength(2_000);
  expect(await db.thread.count({ where: { version: 2 } })).toBe(2_000);
}, 60_000);

test("a reply that was being sent and that WeChat refused for the moment is not tried again", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(1));
  await sendAll(at(10));
  const claim = await claims(at(11));
  expect(await withdrawGroupAnswer({ groupAnswerId: id }, desk.lin, at(12))).toMatchObject({ withdrawn: 1, gone: 1 });
  expect(await holdReply(claim, { errcode: -1, code: "systemBusy", detail: null }, at(20), at(13))).toBe(true);
  expect(await db.reply.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({ status: "failed", errorCode: "systemBusy" });
  expect(await claimReply(at(60))).toBeNull();
});
