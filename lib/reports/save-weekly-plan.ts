import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { WeeklyPlanInput } from "./weekly";

/** Says to whom an account's week is mailed from now on, and when. @throws Refusal accountNotFound */
export async function saveWeeklyPlan({ accountId, ...plan }: WeeklyPlanInput, officer: ActingOfficer, at = now()): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  const data = { ...plan, officerId: officer.id, savedAt: at };
  await db.$transaction(async (tx) => {
    await tx.weeklyPlan.upsert({ where: { accountId }, create: { accountId, ...data }, update: data });
    const facts = { enabled: plan.enabled, recipients: plan.recipients.length, weekday: plan.weekday, hour: plan.hour };
    await record(tx, { type: "weeklyReport.planSaved", accountId, officerId: officer.id, facts }, at);
  });
}
