import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { after, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { letAnswerGoOn } from "./let-answer-go-on";
import { sendStanding } from "./send-standing";
import { stopStanding } from "./stop-standing";
import { answeredCrowd, at, told } from "./testing";

test("stopped, nobody gets it any more; what does not go on cannot be stopped", async () => {
  const desk = await town();
  const { groupAnswerId, comes } = await answeredCrowd(desk, "三号路今晚八点来水。");
  await expect(stopStanding({ groupAnswerId }, desk.lin, at(99))).rejects.toMatchObject({ code: "groupAnswerEnded" });
  await letAnswerGoOn({ groupAnswerId, until: after(at(100), HOUR) }, desk.lin, at(100));
  const late = await comes("三号路也没水", at(110));
  await stopStanding({ groupAnswerId }, desk.zhao, at(111));
  expect(await sendStanding(late.questionId, () => ["三号路"], at(112))).toBe(false);
  await expect(stopStanding({ groupAnswerId: uuid() }, desk.lin, at(113))).rejects.toMatchObject({ code: "groupAnswerNotFound" });
  expect(await told("groupAnswer.stopped")).toMatchObject([{ officerId: desk.zhao.id }]);
});
