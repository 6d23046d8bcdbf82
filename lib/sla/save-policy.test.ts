import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { after, DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { now } from "@/lib/time/clock";
import { town } from "@/prisma/town";
import { savePolicy } from "./save-policy";
import { policyHistory } from "./savings";
import { onePolicy } from "./testing/terms";

const first = (accountId: string) => ({ accountId, effectiveFrom: null, seen: null, policy: onePolicy });

test("saved at once it goes ten seconds later, when every process knows it; one saved later takes its place and leaves the earlier as it was", async () => {
  const { accountId, he, admin } = await town();
  const morning = now();
  const begun = await savePolicy(first(accountId), he, morning);
  const known = after(morning, 10 * SECOND);
  expect(begun.effectiveFrom).toEqual(known);
  const changed = { ...onePolicy, nobodyOnDutyMinutes: 5 };
  const tomorrow = after(morning, DAY);
  const planned = await savePolicy({ accountId, effectiveFrom: tomorrow, seen: begun.id, policy: changed }, admin, after(morning, MINUTE));
  expect(await policyHistory(he.scope, accountId)).toMatchObject([
    { id: planned.id, effectiveFrom: tomorrow, terms: changed, officer: { name: "管理员" }, savedAt: after(morning, MINUTE) },
    { id: begun.id, effectiveFrom: known, terms: onePolicy, officer: { name: "何" } },
  ]);
  expect(await db.event.findMany({ where: { type: "policy.saved" }, orderBy: { at: "asc" } })).toMatchObject([
    { accountId, officerId: he.id, facts: { policyId: begun.id, effectiveFrom: known.toISOString() } },
    { accountId, officerId: admin.id, facts: { policyId: planned.id, effectiveFrom: tomorrow.toISOString() } },
  ]);
});

test("neither the past nor a mistyped year", async () => {
  const { accountId, he } = await town();
  const at = now();
  for (const effectiveFrom of [after(at, -1), at, after(at, 10 * SECOND - 1), after(at, 3 * 365 * DAY)])
    await expect(savePolicy({ ...first(accountId), effectiveFrom }, he, at)).rejects.toMatchObject({ code: "notEffectiveThen" });
  expect(await db.slaPolicy.count()).toBe(0);
});

test("of two who save at once for the same instant one is told, and what was saved unseen is not passed over", async () => {
  const { accountId, he, admin } = await town();
  const effectiveFrom = after(now(), HOUR);
  const outcomes = await Promise.allSettled([he, admin].map((officer) => savePolicy({ ...first(accountId), effectiveFrom }, officer)));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toMatchObject([{ reason: { code: "limitsChanged" } }]);
  const [saved] = await policyHistory(he.scope, accountId);
  await expect(savePolicy({ ...first(accountId), effectiveFrom, seen: saved?.id ?? null }, he)).rejects.toMatchObject({
    code: "limitsPlannedThen",
  });
  expect(await db.slaPolicy.count()).toBe(1);
});

test("another account's is neither saved nor seen", async () => {
  const { accountId, he } = await town();
  const stranger = { id: he.id, scope: scopeOf([]) };
  await expect(savePolicy(first(accountId), stranger)).rejects.toMatchObject({ code: "accountNotFound" });
  await savePolicy(first(accountId), he);
  expect(await policyHistory(stranger.scope, accountId)).toEqual([]);
});
