import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { requestWeeklyReport } from "./request-weekly-report";
import { saveWeeklyPlan } from "./save-weekly-plan";

const PLAN = { enabled: false, recipients: ["he@example.org"], weekday: 1, hour: 8, language: "en" as const };
const WEDNESDAY = new Date("2026-11-25T04:00:00Z");

test("two presses at once mail the last whole week once", async () => {
  const { he, accountId } = await town();
  await saveWeeklyPlan({ accountId, ...PLAN }, he);
  const pressed = await Promise.allSettled([
    requestWeeklyReport({ accountId }, he, WEDNESDAY),
    requestWeeklyReport({ accountId }, he, WEDNESDAY),
  ]);
  expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(pressed.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "weeklyReportUnderway" } });
  expect(await db.weeklyReport.findMany()).toMatchObject([
    { week: new Date("2026-11-16T00:00:00Z"), officerId: he.id, recipients: ["he@example.org"], language: "en", state: "queued" },
  ]);
});

test("without a plan there is nobody to mail it to; a foreign account is none", async () => {
  const { he, accountId } = await town();
  await expect(requestWeeklyReport({ accountId }, he)).rejects.toMatchObject({ code: "weeklyRecipientsMissing" });
  const foreign = "019ab000-0000-7000-8000-000000000000";
  await expect(requestWeeklyReport({ accountId: foreign }, he)).rejects.toMatchObject({ code: "accountNotFound" });
});
