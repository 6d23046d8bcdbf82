import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { correctGroupAnswer } from "./correct-group-answer";
import { sendMember } from "./send-member";
import { answers, at, crowd, delivered, sendAll, told } from "./testing";

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
  await db.reply.updateMany({ data: { status: "failed" } });
  await expect(correct(at(51))).rejects.toMatchObject({ code: "nobodyReached" });
});
