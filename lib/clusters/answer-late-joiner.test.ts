import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { answerLateJoiner } from "./answer-late-joiner";
import { correctGroupAnswer } from "./correct-group-answer";
import { holdGrouping } from "./lease";
import { mergeClusters } from "./merge-clusters";
import { placeQuestions } from "./place-questions";
import { answeredCrowd, at, crowd, decision, delivered, sendAll, told } from "./testing";
import { offerOf, otherAnswers } from "./voices";
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

test("after a correction the right text is offered, to who came before it and after it; the wrong one to nobody", async () => {
  const desk = await town();
  const { groupAnswerId, comes } = await answeredCrowd(desk, "三号路今晚八点来水。");
  const before = await comes("三号路也没水", at(100));
  const right = "更正：三号路今晚十点来水。";
  const correctionId = uuid();
  await correctGroupAnswer({ groupAnswerId, correctionId, text: right }, desk.lin, at(110));
  expect(await offerOf(desk.lin.scope, before.questionId)).toMatchObject({ groupAnswerId: correctionId });
  await sendAll(at(120));
  await delivered(at(121));
  const later = await comes("三号路没水了", at(130));
  for (const { questionId } of [before, later])
    await answerLateJoiner({ questionId, threadVersion: 1, replyId: uuid() }, desk.zhao, at(140));
  expect(await delivered(at(150))).toEqual({ [before.openid]: [right], [later.openid]: [right] });
});

test("who comes to a cluster is offered what one was answered that was merged into it", async () => {
  const desk = await town();
  const { clusterId, groupAnswerId, members } = await answeredCrowd(desk, "三号路今晚八点来水。");
  const into = await crowd(desk, ["三号路断水了", "三号路缺水"], at(60));
  await mergeClusters({ fromId: clusterId, intoId: into.clusterId }, desk.lin, at(70));
  const late = await desk.hears("o-late", "三号路没水", at(80));
  const holderId = uuid();
  await holdGrouping(desk.accountId, holderId, at(80));
  const found = decision(late.questionId ?? "", members[0]?.questionId ?? null);
  await placeQuestions({ accountId: desk.accountId, holderId }, [found], at(80));
  expect(await offerOf(desk.lin.scope, late.questionId ?? "")).toMatchObject({ groupAnswerId });
  const others = await otherAnswers(desk.zhao.scope, into.clusterId, desk.zhao.id, at(81));
  expect(others).toMatchObject([{ text: "三号路今晚八点来水。" }]);
  const input = { questionId: late.questionId ?? "", threadVersion: 1, replyId: uuid() };
  await answerLateJoiner(input, desk.zhao, at(82));
  expect(await delivered(at(90))).toEqual({ "o-late": ["三号路今晚八点来水。"] });
  const reused = { ...input, questionId: into.members[0]?.questionId ?? "" };
  await expect(answerLateJoiner(reused, desk.zhao, at(91))).rejects.toMatchObject({ code: "idempotencyKeyReused" });
});
