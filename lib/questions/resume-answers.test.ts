import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { markSent } from "@/lib/replies/mark-sent";
import { claims, says } from "@/lib/replies/testing";
import { followEvents } from "@/lib/reports/follow";
import { policyInput } from "@/lib/sla/schema";
import { DEFAULT_POLICY } from "@/lib/sla/terms";
import { after, DAY, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { resumeAnswers } from "./resume-answers";
import { splitQuestion } from "./split-question";
import { eight, question, told } from "./testing";
import { undoClose } from "./undo-close";

const at = (minutes: number) => after(eight, minutes * MINUTE);
const kept = async (id: string | null) => {
  const { answerDueAt, answerPausedMinutes, owedAt } = await question(id);
  return { answerDueAt, answerPausedMinutes, owedAt };
};

/** An account that owes answers within an hour. */
async function owing() {
  const cast = await town();
  const [rule] = DEFAULT_POLICY.rules;
  const policy = policyInput.parse({ ...DEFAULT_POLICY, rules: [{ ...rule, answerMinutes: 60 }] });
  const from = { effectiveFrom: after(eight, -DAY), savedAt: after(eight, -DAY) };
  await db.slaPolicy.create({ data: { accountId: cast.accountId, officerId: cast.admin.id, policy, ...from } });
  return cast;
}

test("an answer's clock stands still while the resident is asked, and goes on from when they speak, by one worker's hand", async () => {
  const { lin, hears } = await owing();
  const { questionId, threadId } = await hears("o-xing", "停水了", eight);
  expect(await kept(questionId)).toEqual({ answerDueAt: at(60), answerPausedMinutes: 0, owedAt: at(10) });

  await says(lin, threadId, "请问是哪个小区？", at(5), { kind: "ask" });
  await markSent(await claims(at(6)), at(8));
  expect(await kept(questionId)).toEqual({ answerDueAt: null, answerPausedMinutes: 0, owedAt: null });
  expect(await resumeAnswers(at(9))).toEqual({ resumed: 0, mayBeMore: false });

  await hears("o-xing", "幸福里", at(28));
  const [one, other] = await Promise.all([resumeAnswers(at(29)), resumeAnswers(at(29))]);
  expect(one.resumed + other.resumed).toBe(1);
  expect(await kept(questionId)).toEqual({ answerDueAt: at(80), answerPausedMinutes: 20, owedAt: at(38) });
  expect(await told("question.answerResumed")).toMatchObject([{ at: at(29), questionId, facts: null }]);
});

test("no clock stands still for words that its question would never hear of: they open another", async () => {
  const { lin, hears } = await owing();
  const { questionId, threadId, messageId } = await hears("o-xing", "停水了", eight);
  await hears("o-xing", "还有，路灯不亮", at(1));
  const other = await splitQuestion({ questionId: questionId ?? "", messageIds: [messageId] }, lin, at(2));
  await says(lin, threadId, "路灯今晚修好", at(3));
  await markSent(await claims(at(4)), at(4));

  await says(lin, threadId, "请问是哪个小区？", at(5), { kind: "ask" });
  await markSent(await claims(at(6)), at(8));
  expect(await kept(other.questionId)).toEqual({ answerDueAt: at(60), answerPausedMinutes: 0, owedAt: at(60) });
  await hears("o-xing", "幸福里", at(28));
  await resumeAnswers(at(29));
  expect(await kept(other.questionId)).toEqual({ answerDueAt: at(60), answerPausedMinutes: 0, owedAt: at(60) });
  for (let round = 0; round < 3; round += 1) await followEvents(at(61));
  const where = { questionId: other.questionId, milestone: "answer" };
  expect(await db.dutyFact.findMany({ where })).toMatchObject([{ answersLate: true }]);
});

test("whose closing is taken back after the resident has spoken goes on: another question has heard it", async () => {
  const { lin, hears } = await owing();
  const { questionId, threadId } = await hears("o-xing", "停水了", eight);
  await says(lin, threadId, "请问是哪个小区？", at(5), { kind: "ask" });
  await markSent(await claims(at(6)), at(8));
  const on = { questionId: questionId ?? "" };
  await closeQuestion({ ...on, reason: "answeredElsewhere" }, lin, at(18));
  await hears("o-xing", "幸福里", at(18.1));
  await undoClose(on, lin, at(18.2));
  expect(await kept(questionId)).toMatchObject({ answerDueAt: at(70.2), answerPausedMinutes: 10 });
  for (let round = 0; round < 3; round += 1) await followEvents(at(30));
  expect(await db.dutyFact.findMany({ where: { ...on, milestone: "answer" } })).toMatchObject([{ dueAt: at(70.2) }]);
});
