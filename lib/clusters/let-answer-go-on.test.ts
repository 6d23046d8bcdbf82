import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { after, DAY, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { correctGroupAnswer } from "./correct-group-answer";
import { letAnswerGoOn } from "./let-answer-go-on";
import { answersUnderway } from "./progress";
import { answeredCrowd, at, told } from "./testing";

test("until a time at most three days ahead, by whom is kept, and it is listed", async () => {
  const desk = await town();
  const { groupAnswerId } = await answeredCrowd(desk, "三号路今晚八点来水。");
  const until = (when: Date) => letAnswerGoOn({ groupAnswerId, until: when }, desk.zhao, at(100));
  expect(await until(after(at(100), 9 * DAY))).toEqual({ until: after(at(100), 3 * DAY) });
  expect(await until(after(at(100), HOUR))).toEqual({ until: after(at(100), HOUR) });
  await expect(until(at(99))).rejects.toMatchObject({ code: "groupAnswerEnded" });
  expect(await answersUnderway(desk.lin.scope, at(101))).toMatchObject([{ id: groupAnswerId, goesOnBy: { id: desk.zhao.id } }]);
  expect(await answersUnderway(desk.lin.scope, after(at(101), HOUR))).toEqual([]);
  expect(await told("groupAnswer.letGoOn")).toHaveLength(2);
});

test("a corrected answer does not go on", async () => {
  const desk = await town();
  const { groupAnswerId } = await answeredCrowd(desk, "三号路今晚八点来水。");
  await correctGroupAnswer({ groupAnswerId, correctionId: uuid(), text: "更正：十点来水。" }, desk.lin, at(100));
  await expect(letAnswerGoOn({ groupAnswerId, until: after(at(100), HOUR) }, desk.lin, at(101))).rejects.toMatchObject({
    code: "groupAnswerEnded",
  });
  await expect(letAnswerGoOn({ groupAnswerId: uuid(), until: after(at(100), HOUR) }, desk.lin, at(101))).rejects.toMatchObject({
    code: "groupAnswerNotFound",
  });
});
