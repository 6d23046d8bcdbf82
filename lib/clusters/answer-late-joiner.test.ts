import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { answerLateJoiner } from "./answer-late-joiner";
import { answeredCrowd, at, delivered, told } from "./testing";
import { withdrawGroupAnswer } from "./withdraw-group-answer";

test("one key sends what the others were told, as this officer's answer; asked for twice it is one reply", async () => {
  const desk = await town();
  const { groupAnswerId, comes } = await answeredCrowd(desk, "三号路今晚八点来水。");
  const late = await comes("三号路也没水", at(100));
  const input = { questionId: late.questionId, threadVersion: 1, replyId: uuid() };
  expect(await answerLateJoiner(input, desk.zhao, at(110))).toEqual({ replyId: input.replyId, sendAfter: at(115) });
  expect(await answerLateJoiner(input, desk.zhao, at(111))).toEqual({ replyId: input.replyId, sendAfter: at(115) });
  expect(await delivered(at(114))).toEqual({});
  expect(await delivered(at(115))).toEqual({ [late.openid]: ["三号路今晚八点来水。"] });
  expect(await db.question.findUniqueOrThrow({ where: { id: late.questionId } })).toMatchObject({
    answeredById: desk.zhao.id,
    firstRepliedAt: at(115),
    selfServedAt: null,
  });
  expect(await told("groupAnswer.lateAnswered")).toMatchObject([{ questionId: late.questionId, facts: { groupAnswerId } }]);
});

test("refused when the resident wrote more, when nothing is offered, or the answer was taken back", async () => {
  const desk = await town();
  const { groupAnswerId, comes } = await answeredCrowd(desk, "三号路今晚八点来水。");
  const late = await comes("三号路也没水", at(100));
  const tries = (threadVersion: number) =>
    answerLateJoiner({ questionId: late.questionId, threadVersion, replyId: uuid() }, desk.lin, at(110));
  await desk.hears(late.openid, "其实是五号路", at(105));
  await expect(tries(1)).rejects.toMatchObject({ code: "threadMoved" });
  await db.groupAnswer.update({ where: { id: groupAnswerId }, data: { withdrawnAt: at(106) } });
  await expect(tries(2)).rejects.toMatchObject({ code: "offerNotFound" });
  await expect(withdrawGroupAnswer({ groupAnswerId }, desk.lin, at(107))).rejects.toMatchObject({ code: "groupAnswerEnded" });
});
