import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after } from "@/lib/time/rules";
import "@/prisma/testing";
import { beginWeeklySending } from "./begin-weekly-sending";
import { claimWeeklyReport, WEEKLY_LEASE } from "./claim-weekly-report";
import { claimedWeek, TIME } from "./testing/weekly";

const NUMBERS = { opened: 3, within10: 0.5, answered: null, late: 1 };

test("who still holds the lease may send, once; its numbers are kept", async () => {
  const run = await claimedWeek();
  expect(await beginWeeklySending(run, NUMBERS, TIME)).toBe(true);
  expect(await beginWeeklySending(run, NUMBERS, TIME)).toBe(false);
  expect(await db.weeklyReport.findUniqueOrThrow({ where: { id: run.id } })).toMatchObject({ state: "sending", numbers: NUMBERS });
});

test("whose lease has run out sends nothing, nor one whose run another has", async () => {
  const run = await claimedWeek();
  expect(await beginWeeklySending(run, NUMBERS, after(TIME, WEEKLY_LEASE + 1))).toBe(false);
  await claimWeeklyReport(after(TIME, WEEKLY_LEASE + 1));
  expect(await beginWeeklySending(run, NUMBERS, TIME)).toBe(false);
});
