import { expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import { record } from "@/lib/events/record";
import { eight } from "@/lib/questions/testing";
import { markSent } from "@/lib/replies/mark-sent";
import { claims, says } from "@/lib/replies/testing";
import { policyInput } from "@/lib/sla/schema";
import { DEFAULT_POLICY } from "@/lib/sla/terms";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { followEvents, rebuildFacts } from "./follow";
import { allFacts } from "./testing/life";

const at = (minutes: number) => after(eight, minutes * MINUTE);

async function follow(when: Date) {
  for (let isBehind = true; isBehind; ) isBehind = (await followEvents(when)).behind;
}

test("sums that a killed rebuild left are made, though another rebuild said meanwhile that none wait", async () => {
  const { hears } = await town();
  await hears("o-1", "路灯不亮", at(0));
  const later = at(24 * 60);
  await follow(later);
  const followed = await allFacts();
  await db.questionFact.deleteMany();

  const other = await pool.connect();
  await other.query(`BEGIN; LOCK TABLE "Question"`);
  const isKilled = () => {
    throw new Error("killed");
  };
  const killed = rebuildFacts(isKilled, after(later, -HOUR)).catch((error: Error) => error.message);
  const isStale = async () => (await other.query(`SELECT FROM "FactCursor" WHERE "staleAt" IS NOT NULL`)).rowCount === 1;
  while (!(await isStale()));
  await other.query(`UPDATE "FactCursor" SET "staleFrom" = NULL, "staleAt" = NULL; COMMIT`);
  other.release();
  expect(await killed).toBe("killed");
  await follow(later);
  expect(await allFacts()).toEqual(followed);
});

test("why an answer is late is looked at again when somebody's duty is told later, as a rebuild would", async () => {
  const { accountId, admin, lin, hears } = await town();
  const [rule] = DEFAULT_POLICY.rules;
  const policy = policyInput.parse({ ...DEFAULT_POLICY, rules: [{ ...rule, answerMinutes: 30 }] });
  const from = { effectiveFrom: after(eight, -DAY), savedAt: after(eight, -DAY) };
  await db.slaPolicy.create({ data: { accountId, officerId: admin.id, policy, ...from } });
  const { threadId } = await hears("o-1", "路灯不亮", at(0));
  // Nothing but the answer is late.
  await says(lin, threadId, "已转路灯所，今晚八点前答复您", at(1), { kind: "interim", unit: "路灯所", promisedAt: at(600) });
  await markSent(await claims(at(2)), at(2));
  await follow(at(40));
  const reasons = () => db.dutyFact.findMany({ where: { milestone: "answer" }, select: { lateReason: true } });
  expect(await reasons()).toEqual([{ lateReason: "unclaimed" }]);

  const [signedOnAt, signedOffAt] = [at(-60), at(-30)];
  await db.dutySpell.create({ data: { accountId, officerId: lin.id, signedOnAt, signedOffAt } });
  await db.$transaction((tx) => record(tx, { type: "shift.lapsed", accountId, officerId: lin.id }, at(-30)));
  await follow(at(50));
  expect(await reasons()).toEqual([{ lateReason: "nobodyOnDuty" }]);
  expect(await rebuildFacts(() => undefined, at(50))).toMatchObject({ differed: 0 });
});
