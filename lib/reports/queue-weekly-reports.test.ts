import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { queueWeeklyReports } from "./queue-weekly-reports";
import { requestWeeklyReport } from "./request-weekly-report";
import { saveWeeklyPlan } from "./save-weekly-plan";

/** Monday at eight in Shanghai. */
const TIME = new Date("2026-11-23T00:00:00Z");
const PLAN = { enabled: true, recipients: ["he@example.org"], weekday: 1, hour: 8, language: "zh-CN" as const };

test("once a week and account, by two workers at once, late after an outage, and beside what was asked for by hand", async () => {
  const { he, accountId } = await town();
  await saveWeeklyPlan({ accountId, ...PLAN }, he, after(TIME, -HOUR));
  expect(await queueWeeklyReports(after(TIME, -1))).toBe(0);
  await requestWeeklyReport({ accountId }, he, TIME);
  const queued = await Promise.all([queueWeeklyReports(after(TIME, 47 * HOUR)), queueWeeklyReports(after(TIME, 47 * HOUR))]);
  expect(queued.sort()).toEqual([0, 1]);
  expect(await queueWeeklyReports(after(TIME, 48 * HOUR))).toBe(0);
  expect(await db.weeklyReport.count({ where: { accountId, officerId: null } })).toBe(1);
  expect(await db.event.count({ where: { type: "weeklyReport.queued" } })).toBe(1);
});

test("none for a plan that is off", async () => {
  const { he, accountId } = await town();
  await saveWeeklyPlan({ accountId, ...PLAN, enabled: false }, he, after(TIME, -HOUR));
  expect(await queueWeeklyReports(TIME)).toBe(0);
});
