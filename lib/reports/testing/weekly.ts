import { claimWeeklyReport } from "@/lib/reports/claim-weekly-report";
import { requestWeeklyReport } from "@/lib/reports/request-weekly-report";
import { saveWeeklyPlan } from "@/lib/reports/save-weekly-plan";
import { town } from "@/prisma/town";

/** Wednesday noon in Shanghai, after the week of the 16th of November. */
export const TIME = new Date("2026-11-25T04:00:00Z");

/** A town whose last week an officer has asked for. */
export async function requestedWeek() {
  const desk = await town();
  const plan = { enabled: false, recipients: ["he@example.org"], weekday: 1, hour: 8, language: "zh-CN" as const };
  await saveWeeklyPlan({ accountId: desk.accountId, ...plan }, desk.he, TIME);
  return { ...desk, run: await requestWeeklyReport({ accountId: desk.accountId }, desk.he, TIME) };
}

/** The same, claimed. */
export async function claimedWeek() {
  await requestedWeek();
  const run = await claimWeeklyReport(TIME);
  if (!run) throw new Error("nothing was due");
  return run;
}
