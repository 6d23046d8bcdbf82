import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { scopeOf } from "@/lib/officers/scope";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { approveGroupAnswer } from "./approve-group-answer";
import { APPROVAL_FROM } from "./rules";
import { sendMember } from "./send-member";
import { answers, at, crowd, plantCrowd, sendAll, told } from "./testing";

test("an answer to fifty waits for a colleague; its author cannot approve it, and nobody twice", async () => {
  const desk = await town();
  const { clusterId } = await plantCrowd(desk, APPROVAL_FROM, at(1));
  const { id, approvalNeeded } = await answers(desk.lin, clusterId, "今晚八点来水。", at(60));
  const on = { groupAnswerId: id };
  expect(approvalNeeded).toBe(true);
  expect(await sendMember(at(70))).toBe(false);
  await expect(approveGroupAnswer(on, desk.lin, at(71))).rejects.toMatchObject({ code: "approvalByAuthor" });
  const stranger = { ...desk.zhao, scope: scopeOf([uuid()]) };
  await expect(approveGroupAnswer(on, stranger, at(71))).rejects.toMatchObject({ code: "groupAnswerNotFound" });
  await approveGroupAnswer(on, desk.zhao, at(72));
  await expect(approveGroupAnswer(on, desk.he, at(73))).rejects.toMatchObject({ code: "groupAnswerEnded" });
  expect(await sendAll(at(73))).toBe(APPROVAL_FROM);
  expect(await told("groupAnswer.approved")).toMatchObject([{ officerId: desk.zhao.id }]);
});

test("one fewer needs nobody", async () => {
  const desk = await town();
  const { clusterId } = await crowd(
    desk,
    Array.from({ length: 3 }, (_, index) => `三号路停水了${index}`),
  );
  expect(await answers(desk.lin, clusterId, "今晚八点来水。", at(60))).toMatchObject({ approvalNeeded: false });
});

test("the same text to a part of them and then to another part is one answer to all", async () => {
  const desk = await town();
  const half = APPROVAL_FROM / 2;
  const [one, other] = [await plantCrowd(desk, half, at(1)), await plantCrowd(desk, half, at(2))];
  expect(await answers(desk.lin, one.clusterId, "今晚八点来水。", at(60))).toMatchObject({ approvalNeeded: false });
  expect(await answers(desk.zhao, other.clusterId, "今晚八点来水，请储水。", at(61))).toMatchObject({ approvalNeeded: false });
  await sendAll(at(70));
  const rest = await plantCrowd(desk, half, at(3));
  expect(await answers(desk.lin, rest.clusterId, "今晚八点来水。", at(71))).toMatchObject({ approvalNeeded: true });
});
