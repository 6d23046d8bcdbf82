import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { splitQuestion } from "@/lib/questions/split-question";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { pauseGroupAnswer } from "./pause-group-answer";
import { sendMember } from "./send-member";
import { answers, at, crowd, delivered, sendAll, standing, told } from "./testing";

const TEXT = "{称呼}好，三号路今晚八点来水。编号{编号}";

test("each gets the text in a thread of its own, with its own variables, after five seconds, once, and is answered by it", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"]);
  await db.resident.updateMany({ where: { openid: members[0]?.openid ?? "" }, data: { remark: "邢女士，工业区" } });
  const { id } = await answers(desk.lin, clusterId, TEXT, at(40));
  expect(await sendMember(at(44))).toBe(false);
  expect(await sendAll(at(45))).toBe(3);
  expect(await sendAll(at(46))).toBe(0);
  const phones = await delivered(at(46));
  expect(Object.values(phones).map((texts) => texts.length)).toEqual([1, 1, 1]);
  expect(phones[members[0]?.openid ?? ""]?.[0]).toMatch(/^邢女士好，三号路今晚八点来水。编号20261123-[0-9A-F]{4}$/);
  expect(phones[members[1]?.openid ?? ""]?.[0]).toMatch(/^您好，/);
  expect(await db.question.count({ where: { answeredAt: at(46), answeredById: desk.lin.id } })).toBe(3);
  expect(new Set(Object.values(await standing(id)))).toEqual(new Set(["queued"]));
  expect(await told("groupAnswer.memberQueued")).toHaveLength(3);
});

test("who writes, is taken up, or is out of reach between the writing and the sending is held back, and told so", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水", "三号路无水", "三号路缺水"]);
  const { id } = await answers(desk.lin, clusterId, TEXT, at(40));
  const [fine, news, closed, taken, moved] = members;
  await desk.hears(news?.openid ?? "", "是五号路", at(42));
  await db.resident.updateMany({ where: { openid: closed?.openid ?? "" }, data: { messageWindowRemaining: 0 } });
  await db.question.update({ where: { id: taken?.questionId ?? "" }, data: { assignedToId: desk.zhao.id } });
  await db.question.update({ where: { id: moved?.questionId ?? "" }, data: { clusterId: null } });
  await sendAll(at(45));
  expect(await standing(id)).toEqual({
    [fine?.questionId ?? ""]: "queued",
    [news?.questionId ?? ""]: "newMessage",
    [closed?.questionId ?? ""]: "windowSpent",
    [taken?.questionId ?? ""]: "claimed",
    [moved?.questionId ?? ""]: "leftCluster",
  });
  expect(Object.keys(await delivered(at(46)))).toEqual([fine?.openid]);
  expect((await told("groupAnswer.memberHeld")).map(({ facts }) => (facts as { why: string }).why).sort()).toEqual([
    "claimed",
    "leftCluster",
    "newMessage",
    "windowSpent",
  ]);
});

test("four workers share the members: everybody once", async () => {
  const desk = await town();
  const { clusterId } = await crowd(
    desk,
    Array.from({ length: 40 }, (_, index) => `三号路停水了${index}`),
  );
  await answers(desk.lin, clusterId, TEXT, at(40));
  const sent = await Promise.all([sendAll(at(90)), sendAll(at(90)), sendAll(at(90)), sendAll(at(90))]);
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(40);
  expect(await db.reply.groupBy({ by: ["threadId"], _count: true, having: { threadId: { _count: { gt: 1 } } } })).toEqual([]);
  expect(await db.reply.count()).toBe(40);
});

test("paused in the middle, nobody else gets it; not solved opens that resident's question alone", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"]);
  const { id } = await answers(desk.lin, clusterId, TEXT, at(40));
  expect(await sendMember(at(45))).toBe(true);
  await pauseGroupAnswer({ groupAnswerId: id }, desk.zhao, at(45));
  expect(await sendMember(at(46))).toBe(false);
  await delivered(at(46));
  const answered = await db.question.findFirstOrThrow({ where: { answeredAt: { not: null } } });
  const openid = members.find(({ questionId }) => questionId === answered.id)?.openid ?? "";
  const again = await desk.hears(openid, "未解决", at(60));
  expect(await db.question.findUniqueOrThrow({ where: { id: again.questionId ?? "" } })).toMatchObject({
    followsId: answered.id,
    answeredAt: null,
  });
  expect(await db.question.count({ where: { answeredAt: null } })).toBe(3);
});

test("what the resident asks besides, split off or not, goes on waiting", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const [one] = members;
  const lamp = await desk.hears(one?.openid ?? "", "还有，路灯不亮", at(10));
  const split = { questionId: one?.questionId ?? "", messageIds: [lamp.messageId] };
  const { questionId } = await splitQuestion(split, desk.lin, at(20));
  await answers(desk.lin, clusterId, "三号路今晚八点来水。", at(40));
  await sendAll(at(45));
  expect(Object.keys(await delivered(at(46)))).toHaveLength(2);
  expect(await db.question.findUniqueOrThrow({ where: { id: one?.questionId ?? "" } })).toMatchObject({ answeredAt: at(46) });
  expect(await db.question.findUniqueOrThrow({ where: { id: questionId } })).toMatchObject({
    answeredAt: null,
    firstRepliedAt: null,
    dueAt: at(610),
  });
});

test("one who cannot be answered for no reason known keeps nobody else waiting", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"]);
  await answers(desk.lin, clusterId, TEXT, at(40));
  const broken = [...members].sort((one, other) => (one.questionId < other.questionId ? -1 : 1))[0]?.questionId ?? "";
  await db.$executeRawUnsafe(
    `ALTER TABLE "GroupAnswerMember" ADD CONSTRAINT broken CHECK ("questionId" <> '${broken}' OR state = 'waiting') NOT VALID`,
  );
  try {
    const aside = new Set<string>();
    await expect(sendMember(at(45), aside)).rejects.toThrow();
    expect([...aside]).toEqual([broken]);
    expect([await sendMember(at(45), aside), await sendMember(at(45), aside), await sendMember(at(45), aside)]).toEqual([
      true,
      true,
      false,
    ]);
  } finally {
    await db.$executeRawUnsafe('ALTER TABLE "GroupAnswerMember" DROP CONSTRAINT broken');
  }
  expect(await sendAll(at(46))).toBe(1);
});
