import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, DAY } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { correctGroupAnswer } from "./correct-group-answer";
import { popularAnswers } from "./popular";
import { answeredCrowd, at, cluster } from "./testing";

test("what many were told this week is public: the official text, no resident's word, nothing that addresses one of them", async () => {
  const desk = await town();
  const { clusterId, groupAnswerId } = await answeredCrowd(desk, "三号路今晚八点恢复供水。", 1);
  const popular = (when = at(60)) => popularAnswers(desk.accountId, 5, when);
  const { place, matter } = await cluster(clusterId);
  expect(await popular()).toEqual([{ place, matter, text: "三号路今晚八点恢复供水。", people: 3, at: at(40) }]);
  expect([await popular(at(39)), await popular(after(at(41), 7 * DAY))]).toEqual([[], []]);

  const withText = (text: string) => db.groupAnswer.update({ where: { id: groupAnswerId }, data: { text } });
  await withText("{ 称呼 }，三号路今晚八点恢复供水。");
  expect(await popular()).toEqual([]);
  await withText("三号路今晚八点恢复供水。");
  await db.groupAnswer.updateMany({ data: { approvalNeeded: true } });
  expect(await popular()).toEqual([]);
  await db.groupAnswer.updateMany({ data: { approvedAt: at(41) } });
  expect(await popular()).toHaveLength(1);
  // Two are too few: each would know who the other is.
  const { id } = await db.reply.findFirstOrThrow();
  await db.reply.update({ where: { id }, data: { status: "unknown" } });
  expect(await popular()).toEqual([]);
  await db.reply.update({ where: { id }, data: { status: "sent" } });
  await correctGroupAnswer({ groupAnswerId, correctionId: uuid(), text: "三号路今晚十点恢复供水。" }, desk.lin, at(50));
  expect(await popular()).toEqual([]);
});
