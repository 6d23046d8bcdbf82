import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { weekOwed } from "./weekly";

/** Queues every week that a plan owes by now, each once however many workers look. @returns how many */
export async function queueWeeklyReports(at = now()): Promise<number> {
  const plans = await db.weeklyPlan.findMany({ where: { enabled: true }, include: { account: { select: { timeZone: true } } } });
  const owed = plans.flatMap(({ accountId, recipients, language, account, ...plan }) => {
    const week = weekOwed(plan, account.timeZone, at);
    const monday = week && new Date(`${week.from}T00:00:00Z`);
    return monday ? [{ id: uuid(), accountId, week: monday, recipients, language, queuedAt: at, dueAt: at }] : [];
  });
  if (owed.length === 0) return 0;
  return db.$transaction(async (tx) => {
    const queued = await tx.weeklyReport.createManyAndReturn({ data: owed, skipDuplicates: true, select: { id: true, accountId: true } });
    for (const { id, accountId } of queued) await record(tx, { type: "weeklyReport.queued", accountId, facts: { runId: id } }, at);
    return queued.length;
  });
}
