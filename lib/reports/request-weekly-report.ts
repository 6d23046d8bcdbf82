import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { dayOf } from "@/lib/time/zones";
import { type RequestWeekly, weekBefore } from "./weekly";

/**
 * Mails the last whole week once more, now, to whom the plan says.
 * @returns the run
 * @throws Refusal accountNotFound, weeklyRecipientsMissing, weeklyReportUnderway
 */
export async function requestWeeklyReport({ accountId }: RequestWeekly, officer: ActingOfficer, at = now()): Promise<{ id: string }> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  return db.$transaction(async (tx) => {
    // Two presses at once would mail it twice.
    const [plan] = await tx.$queryRaw<{ recipients: string[]; language: string; timeZone: string }[]>`
      SELECT p.recipients, p.language, a."timeZone" FROM "WeeklyPlan" p JOIN "OfficialAccount" a ON a.id = p."accountId"
      WHERE p."accountId" = ${accountId}::uuid FOR UPDATE OF p`;
    if (!plan || plan.recipients.length === 0) throw new Refusal("weeklyRecipientsMissing");
    if ((await tx.weeklyReport.count({ where: { accountId, dueAt: { not: null } } })) > 0) throw new Refusal("weeklyReportUnderway");
    const week = new Date(`${weekBefore(dayOf(at, plan.timeZone)).from}T00:00:00Z`);
    const run = await tx.weeklyReport.create({
      data: { accountId, week, officerId: officer.id, recipients: plan.recipients, language: plan.language, queuedAt: at, dueAt: at },
      select: { id: true },
    });
    await record(tx, { type: "weeklyReport.requested", accountId, officerId: officer.id, facts: { runId: run.id } }, at);
    return run;
  });
}
