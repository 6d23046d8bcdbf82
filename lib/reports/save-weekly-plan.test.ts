import { expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { listWeeklyMailings } from "./mailings";
import { saveWeeklyPlan } from "./save-weekly-plan";

const PLAN = { enabled: true, recipients: ["he@example.org"], weekday: 1, hour: 8, language: "zh-CN" as const };

test("the last one saved holds; the trail knows how many get it, never who", async () => {
  const { he, accountId } = await town();
  await saveWeeklyPlan({ accountId, ...PLAN }, he);
  await saveWeeklyPlan({ accountId, ...PLAN, weekday: 5, recipients: ["he@example.org", "lin@example.org"] }, he);
  expect(await listWeeklyMailings(he.scope)).toMatchObject([
    { plan: { weekday: 5, recipients: ["he@example.org", "lin@example.org"] }, runs: [] },
  ]);
  const events = await db.event.findMany({ where: { type: "weeklyReport.planSaved" } });
  expect(events).toHaveLength(2);
  expect(JSON.stringify(events.map(({ facts }) => facts))).not.toContain("example.org");
});

test("an account out of scope is none, and its plan is seen by nobody else", async () => {
  const { he } = await town();
  const other = await saveAccount({ ...TOWN_ACCOUNT, slug: "other", originalId: "gh_other", appId: "wxother", dangerWords: [] });
  await expect(saveWeeklyPlan({ accountId: other, ...PLAN }, he)).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await listWeeklyMailings(he.scope)).toHaveLength(1);
});
