import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { says } from "@/lib/replies/testing";
import { firstResponse } from "@/lib/sla/rules";
import { after, DAY, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { correctGroupAnswer } from "./correct-group-answer";
import { letAnswerGoOn } from "./let-answer-go-on";
import { APPROVAL_FROM } from "./rules";
import { sendStanding } from "./send-standing";
import { answeredCrowd, at, delivered, told } from "./testing";

/** A cluster of two residents and as many `more`, whose answer goes on by itself. */
async function going(more = 0) {
  const desk = await town();
  const answered = await answeredCrowd(desk, "三号路今晚八点来水。", more);
  await letAnswerGoOn({ groupAnswerId: answered.groupAnswerId, until: after(at(100), HOUR) }, desk.lin, at(100));
  return { desk, ...answered };
}

test("says that it is a standing one, until when, and how to reach a person; settles the question outside the percentage", async () => {
  const { desk, comes, groupAnswerId } = await going();
  await db.officialAccount.update({ where: { id: desk.accountId }, data: { timeZone: "Europe/Berlin" } });
  const late = await comes("三号路也没水", at(110));
  expect(await sendStanding(late.questionId, () => ["三号路"], at(111))).toBe(true);
  expect(await sendStanding(late.questionId, () => ["三号路"], at(112))).toBe(false);
  const text = "【常备答复】三号路今晚八点来水。\n〔值班员11月23日 01:00审定，截至11月23日 02:01，系统代发〕没答到？回复0找值班员。";
  expect(await delivered(at(113))).toEqual({ [late.openid]: [text] });
  const question = await db.question.findUniqueOrThrow({ where: { id: late.questionId } });
  expect(question).toMatchObject({ selfServedAt: at(113), answeredAt: at(113), firstRepliedAt: null });
  expect(firstResponse(question, at(9_000))).toBe("selfServed");
  expect(await told("groupAnswer.standingSent")).toMatchObject([{ questionId: late.questionId, facts: { groupAnswerId } }]);

  // Whoever types again waits for a person, with ten minutes of his own, and gets nothing by itself.
  const again = await desk.hears(late.openid, "0", at(200));
  expect(again.questionId).not.toBe(late.questionId);
  expect(await db.question.findUniqueOrThrow({ where: { id: again.questionId ?? "" } })).toMatchObject({
    answeredAt: null,
    dueAt: at(800),
  });
});

test("never to whom it may not fit", async () => {
  const { desk, comes, members } = await going();
  const sent = async (text: string, more: object = {}, places: string[] = []) => {
    const late = await comes(text, at(120));
    await db.question.update({ where: { id: late.questionId }, data: more });
    return sendStanding(late.questionId, () => places, at(121));
  };
  expect(await sent("五号路也没水", {}, ["五号路"])).toBe(false);
  expect(await sent("三号路没水，上次未解决")).toBe(false);
  expect(await sent("三号路没水", { confidence: "likely" })).toBe(false);
  expect(await sent("三号路没水", { joinedById: desk.lin.id })).toBe(false);
  expect(await sent("三号路没水", { assignedToId: desk.lin.id })).toBe(false);
  expect(await sent("三号路没水，有人触电")).toBe(false);
  expect(await sent("三号路没水")).toBe(true);
  const answered = await comes("三号路还没水", at(130), members[0]?.openid);
  expect(await sendStanding(answered.questionId, () => [], at(131))).toBe(false);
  const late = await comes("三号路没水", at(140));
  expect(await sendStanding(late.questionId, () => [], after(at(100), HOUR))).toBe(false);
});

test("who was answered on the matter alone gets nothing by itself, even days later; nor does a street that only the title names", async () => {
  const desk = await town();
  const { groupAnswerId, comes } = await answeredCrowd(desk, "今晚八点来水。");
  const alone = await comes("三号路没水", at(60));
  await says(desk.zhao, alone.threadId, "正在抢修，请稍等。", at(61));
  await delivered(at(70));
  const later = after(at(70), 2 * DAY);
  await letAnswerGoOn({ groupAnswerId, until: after(later, HOUR) }, desk.lin, later);
  const again = await comes("三号路没水", later, alone.openid);
  expect(await db.question.findUniqueOrThrow({ where: { id: again.questionId } })).toMatchObject({
    followsId: null,
    offeredId: groupAnswerId,
  });
  expect(await sendStanding(again.questionId, () => [], later)).toBe(false);
  const first = await comes("三号路没水", later);
  expect(await sendStanding(first.questionId, () => ["三号路"], later)).toBe(false);
  expect(await sendStanding(first.questionId, () => [], later)).toBe(true);
});

test("a correction stops the wrong text at once, and hands nothing on by itself", async () => {
  const { desk, comes, groupAnswerId } = await going();
  const late = await comes("三号路没水", at(110));
  await correctGroupAnswer({ groupAnswerId, correctionId: uuid(), text: "更正：三号路今晚十点来水。" }, desk.zhao, at(111));
  expect(await sendStanding(late.questionId, () => ["三号路"], at(112))).toBe(false);
  expect(await db.groupAnswer.findUniqueOrThrow({ where: { id: groupAnswerId } })).toMatchObject({ goesOnStoppedAt: at(111) });
});

test("who said more than the machine read, showed a picture, or asks while the answer is paused, waits for a person", async () => {
  const { desk, comes, groupAnswerId } = await going();
  const read = "三号路没水";
  const placesIn = (said: readonly string[]) => (said.join("\n") === read ? ["三号路"] : null);
  const more = await comes(read, at(110));
  await desk.hears(more.openid, "不对，是五号路。路灯也坏了", at(110));
  expect(await sendStanding(more.questionId, placesIn, at(111))).toBe(false);
  const late = await comes(read, at(112));
  await db.groupAnswer.update({ where: { id: groupAnswerId }, data: { pausedAt: at(112) } });
  expect(await sendStanding(late.questionId, placesIn, at(113))).toBe(false);
  await db.groupAnswer.update({ where: { id: groupAnswerId }, data: { pausedAt: null } });
  expect(await sendStanding(late.questionId, placesIn, at(114))).toBe(true);
  const pictured = await comes(read, at(115));
  await db.message.updateMany({ where: { questionId: pictured.questionId }, data: { kind: "image", text: "" } });
  expect(await sendStanding(pictured.questionId, () => [], at(116))).toBe(false);
});

test("from fifty on it goes to nobody without a colleague's approval", async () => {
  const { comes, groupAnswerId } = await going(APPROVAL_FROM - 3);
  const late = await comes("三号路没水", at(110));
  expect(await sendStanding(late.questionId, () => [], at(111))).toBe(false);
  await db.groupAnswer.update({ where: { id: groupAnswerId }, data: { approvedAt: at(111) } });
  expect(await sendStanding(late.questionId, () => [], at(112))).toBe(true);
});
