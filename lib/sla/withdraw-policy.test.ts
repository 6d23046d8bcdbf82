import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { savePolicy } from "./save-policy";
import { onePolicy } from "./testing/terms";
import { withdrawPolicy } from "./withdraw-policy";

test("a planned one is taken away, once, and by nobody of another account; one that goes stays", async () => {
  const { accountId, he, admin } = await town();
  const at = now();
  const goes = await savePolicy({ accountId, effectiveFrom: null, seen: null, policy: onePolicy }, he, at);
  const effectiveFrom = after(at, HOUR);
  const planned = await savePolicy({ accountId, effectiveFrom, seen: goes.id, policy: onePolicy }, he, after(at, 1));
  const refused = { code: "limitsNotWithdrawable" };
  const withdraw = (policyId: string, officer = admin, then = after(at, 2)) => withdrawPolicy({ policyId }, officer, then);
  await expect(withdraw(goes.id)).rejects.toMatchObject(refused);
  await expect(withdraw(planned.id, { ...admin, scope: scopeOf([]) })).rejects.toMatchObject(refused);
  await expect(withdraw(planned.id, admin, after(effectiveFrom, -10 * SECOND))).rejects.toMatchObject(refused);
  const outcomes = await Promise.allSettled([withdraw(planned.id, he), withdraw(planned.id)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.slaPolicy.findMany()).toMatchObject([{ id: goes.id }]);
  expect(await db.event.findMany({ where: { type: "policy.withdrawn" } })).toMatchObject([{ accountId, facts: { policyId: planned.id } }]);
});
