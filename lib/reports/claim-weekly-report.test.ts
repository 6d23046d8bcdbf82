import { expect, test } from "vitest";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { beginWeeklySending } from "./begin-weekly-sending";
import { claimWeeklyReport, WEEKLY_LEASE } from "./claim-weekly-report";
import { requestedWeek, TIME } from "./testing/weekly";

test("one worker has it; when that one falls silent while making it, another makes it anew", async () => {
  await requestedWeek();
  const claims = await Promise.all([claimWeeklyReport(TIME), claimWeeklyReport(TIME)]);
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await claimWeeklyReport(after(TIME, WEEKLY_LEASE))).toBeNull();
  expect(await claimWeeklyReport(after(TIME, WEEKLY_LEASE + 1))).toMatchObject({
    lost: false,
    attempts: 2,
    week: { from: "2026-11-16", to: "2026-11-22" },
  });
});

test("when it falls silent while sending, nobody knows whether it went", async () => {
  await requestedWeek();
  const run = await claimWeeklyReport(TIME);
  if (!run) throw new Error("nothing was due");
  await beginWeeklySending(run, { opened: 1, within10: 1, answered: null, late: 0 }, after(TIME, MINUTE));
  expect(await claimWeeklyReport(after(TIME, 2 * WEEKLY_LEASE))).toMatchObject({ id: run.id, lost: true, attempts: 1 });
});
