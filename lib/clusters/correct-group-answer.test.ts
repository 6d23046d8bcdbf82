import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { correctGroupAnswer } from "./correct-group-answer";
import { sendMember } from "./send-member";
import { answeredCrowd, answers, at, crowd, delivered, sendAll, told } from "./testing";

const RIGHT = "更正：三号路今晚十点来水，此前说的八点有误。";

test("reaches exactly those who got the wrong text, also who has written since, and nobody gets the wrong one any more", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"]);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(40));
  for (const seconds of [45, 46]) {
    await sendMember(at(seconds));
    await delivered(at(seconds));
  }
  const got = await db.groupAnswerMember.findMany({ where: { groupAnswerId: id, state: "queued" } });
  const openids = members.filter(({ questionId }) => got.some((member) => member.questionId === questionId)).map(({ openid }) => openid);
  const again = await desk.hears(openids[0] ?? "", "未解决", at(50));

  const input = { groupAnswerId: id, correctionId: uuid(), text: RIGHT };
  const corrected = await correctGroupAnswer(input, desk.zhao, at(60));
  expect(corrected).toMatchObject({ reached: 2, unclear: 0, sendAfter: at(65) });
  expect(await correctGroupAnswer(input, desk.zhao, at(61))).toEqual(corrected);
  expect(await sendAll(at(65))).toBe(2);
  expect(await delivered(at(66))).toEqual(Object.fromEntries(openids.map((openid) => [openid, [RIGHT]])));
  // What the resident wrote after the wrong answer still waits for a person.
  expect(await db.question.findUniqueOrThrow({ where: { id: again.questionId ?? "" } })).toMatchObject({ answeredAt: null });
  expect(await told("groupAnswer.corrected")).toMatchObject([{ officerId: desk.zhao.id, facts: { correctsId: id, reached: 2 } }]);
});

test("of whom nobody knows is listed, not told; where nobody got it there is nothing to correct", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const { id } = await answers(desk.lin, clusterId, "今晚八点来水。", at(40));
  const correct = (when: Date) => correctGroupAnswer({ groupAnswerId: id, correctionId: uuid(), text: RIGHT }, desk.lin, when);
  await sendMember(at(45));
  await delivered(at(45));
  await sendMember(at(46));
  await db.reply.updateMany({ where: { status: "queued" }, data: { status: "unknown" } });
  expect(await correct(at(50))).toMatchObject({ reached: 1, unclear: 1 });
  await db.groupAnswer.updateMany({ where: { correctsId: id }, data: { withdrawnAt: at(51) } });
  await db.reply.updateMany({ data: { status: "failed", partsSent: 0 } });
  await expect(correct(at(51))).rejects.toMatchObject({ code: "nobodyReached" });
});

test("two officers who correct the same text: the second is told, and the residents hear one correction", async () => {
  const desk = await town();
  const { groupAnswerId, members } = await answeredCrowd(desk, "今晚八点来水。");
  const correct = (officer: typeof desk.lin, text: string) =>
    correctGroupAnswer({ groupAnswerId, correctionId: uuid(), text }, officer, at(60)).catch(({ code }) => code);
  const outcomes = await Promise.all([correct(desk.lin, RIGHT), correct(desk.zhao, RIGHT)]);
  expect(outcomes.filter((outcome) => outcome === "groupAnswerEnded")).toHaveLength(1);
  await sendAll(at(65));
  expect(await delivered(at(66))).toEqual(Object.fromEntries(members.map(({ openid }) => [openid, [RIGHT]])));
});

test("who has a part of the wrong text is told, once the rest has come or surely never will", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"]);
  const { id } = await answers(desk.lin, clusterId, `今晚八点来水。${"管道抢修情况说明。".repeat(100)}`, at(40));
  await sendAll(at(45));
  const [coming, broken] = await db.reply.findMany({ where: { groupAnswerId: id } });
  await db.reply.update({ where: { id: coming?.id ?? "" }, data: { partsSent: 1 } });
  await db.reply.update({ where: { id: broken?.id ?? "" }, data: { partsSent: 1, status: "failed" } });
  expect(await correctGroupAnswer({ groupAnswerId: id, correctionId: uuid(), text: RIGHT }, desk.lin, at(50))).toMatchObject({
    reached: 2,
  });
  expect(await sendAll(at(55))).toBe(1);
  expect(Object.keys(await delivered(at(56)))).toHaveLength(2);
  expect(await sendAll(at(57))).toBe(1);
  expect(Object.values(await delivered(at(58)))).toEqual([[RIGHT]]);
});

test("an interim put right is still one: the promise stands, and the question stays open", async () => {
  const desk = await town();
  const { clusterId, members } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const promisedAt = after(at(0), 24 * HOUR);
  const answer = { kind: "interim" as const, text: "水务局在抢修，明天答复。", unit: "水务局", promisedAt };
  const { id } = await answers(desk.lin, clusterId, "", at(40), { answer });
  await sendAll(at(45));
  await delivered(at(46));
  await correctGroupAnswer({ groupAnswerId: id, correctionId: uuid(), text: RIGHT }, desk.lin, at(50));
  await sendAll(at(55));
  expect(Object.values(await delivered(at(56)))).toEqual([[RIGHT], [RIGHT]]);
  for (const { questionId } of members)
    expect(await db.question.findUniqueOrThrow({ where: { id: questionId } })).toMatchObject({
      answeredAt: null,
      promisedAt,
      owedAt: promisedAt,
      promiseCount: 1,
    });
});
