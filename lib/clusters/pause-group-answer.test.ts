import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { approveGroupAnswer } from "./approve-group-answer";
import { pauseGroupAnswer } from "./pause-group-answer";
import { answers, at, crowd, plantCrowd, sendAll, told } from "./testing";

test("nobody gets it while it is paused; paused twice, or when all are under way, is refused", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const on = { groupAnswerId: (await answers(desk.lin, clusterId, "今晚八点来水。", at(40))).id };
  await pauseGroupAnswer(on, desk.zhao, at(41));
  expect(await sendAll(at(50))).toBe(0);
  await expect(pauseGroupAnswer(on, desk.lin, at(51))).rejects.toMatchObject({ code: "groupAnswerEnded" });
  await expect(pauseGroupAnswer({ groupAnswerId: uuid() }, desk.lin, at(51))).rejects.toMatchObject({ code: "groupAnswerNotFound" });
  expect(await told("groupAnswer.paused")).toMatchObject([{ officerId: desk.zhao.id, facts: { clusterId } }]);
});

test("takes effect at once, however many senders are at it", async () => {
  const desk = await town();
  const { clusterId } = await plantCrowd(desk, 300, at(1));
  const on = { groupAnswerId: (await answers(desk.lin, clusterId, "今晚八点来水。", at(40))).id };
  await approveGroupAnswer(on, desk.zhao, at(41));
  const sending = Promise.all(Array.from({ length: 6 }, () => sendAll(at(50))));
  await expect.poll(() => db.reply.count()).toBeGreaterThan(10);
  await pauseGroupAnswer(on, desk.lin, at(50));
  const counts = await sending;
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(200);
}, 60_000);
