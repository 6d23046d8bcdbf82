import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import type { Language } from "./languages";
import type { Period } from "./rules";
import { weekOf } from "./weekly";

/** A week that this worker alone makes and sends. `lost`: whoever was sending it fell silent, and nobody knows whether it went. */
export type ClaimedWeekly = {
  id: string;
  leaseToken: string;
  accountId: string;
  week: Period;
  recipients: string[];
  language: Language;
  attempts: number;
  lost: boolean;
};

/** Longer than the longest report takes to make and a slow mail server to take it. */
export const WEEKLY_LEASE = 10 * MINUTE;

/** Takes the next week that is due, or whose worker has fallen silent. @returns null when nothing is due */
export async function claimWeeklyReport(at = now()): Promise<ClaimedWeekly | null> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string; state: string }[]>`
      SELECT id, state FROM "WeeklyReport"
      WHERE "dueAt" <= ${at} AND ("leaseUntil" IS NULL OR "leaseUntil" < ${at})
      ORDER BY "dueAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return null;
    const lost = due.state === "sending";
    const taken = lost ? {} : { state: "building" as const, progress: 0, attempts: { increment: 1 }, problem: null, problemDetail: null };
    const lease = { leaseToken: uuid(), leaseUntil: after(at, WEEKLY_LEASE) };
    const run = await tx.weeklyReport.update({ where: { id: due.id }, data: { ...taken, ...lease } });
    await record(tx, { type: "weeklyReport.claimed", accountId: run.accountId, facts: { runId: run.id, attempt: run.attempts } }, at);
    return {
      id: run.id,
      leaseToken: lease.leaseToken,
      accountId: run.accountId,
      week: weekOf(run.week),
      recipients: run.recipients,
      language: run.language as Language,
      attempts: run.attempts,
      lost,
    };
  });
}
