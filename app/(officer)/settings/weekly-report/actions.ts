"use server";

import { requestWeeklyReport } from "@/lib/reports/request-weekly-report";
import { saveWeeklyPlan } from "@/lib/reports/save-weekly-plan";
import { requestWeeklyInput, weeklyPlanInput } from "@/lib/reports/weekly";
import { officerAction } from "@/lib/web/officer-action";

/** Says to whom an account's week is mailed, and when. */
export const saveWeeklyPlanAction = officerAction("weeklyReports.write", weeklyPlanInput, (input, officer) =>
  saveWeeklyPlan(input, officer),
);

/** Mails the last week once more, now. */
export const requestWeeklyAction = officerAction("weeklyReports.write", requestWeeklyInput, (input, officer) =>
  requestWeeklyReport(input, officer),
);
