import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { pauseGroupAnswer } from "./pause-group-answer";
import { resumeGroupAnswer } from "./resume-group-answer";
import { answers, at, crowd, sendAll, told } from "./testing";

test("goes on where it stopped; what is not paused cannot go on", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const on = { groupAnswerId: (await answers(desk.lin, clusterId, "今晚八点来水。", at(40))).id };
  await expect(resumeGroupAnswer(on, desk.lin, at(41))).rejects.toMatchObject({ code: "groupAnswerEnded" });
  await pauseGroupAnswer(on, desk.lin, at(41));
  await resumeGroupAnswer(on, desk.zhao, at(60));
  expect(await sendAll(at(61))).toBe(2);
  expect(await told("groupAnswer.resumed")).toMatchObject([{ officerId: desk.zhao.id }]);
});
