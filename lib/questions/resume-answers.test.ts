import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { markSent } from "@/lib/replies/mark-sent";
import { claims, says } from "@/lib/replies/testing";
import { policyInput } from "@/lib/sla/schema";
import { DEFAULT_POLICY } from "@/lib/sla/terms";
import { after, DAY, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { resumeAnswers } from "./resume-answers";
import { eight, question, told } from "./testing";

const at = (minutes: number) => after(eight, minutes * MINUTE);
const kept = async (id: string | null) => {
  const { answerDueAt, answerPausedMinutes, owedAt } = await question(id);
  return { answerDueAt, answerPausedMinutes, owedAt };
};

test("an answer's clock stands still while the resident is asked, and goes on from when they speak, by one worker's hand", async () => {
  const { accountId, admin, lin, hears } = await town();
  const [rule] = DEFAULT_POLICY.rules;
  const policy = policyInput.parse({ ...DEFAULT_POLICY, rules: [{ ...rule, answerMinutes: 60 }] });
  const from = { effectiveFrom: after(eight, -DAY), savedAt: after(eight, -DAY) };
  await db.slaPolicy.create({ data: { accountId, officerId: admin.id, policy, ...from } });
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
