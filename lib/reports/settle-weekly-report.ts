import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after } from "@/lib/time/rules";
import type { ClaimedWeekly } from "./claim-weekly-report";
import { triedAgainAfter, type WeeklyProblem } from "./weekly";

/** `retry`: it surely did not go, and may go later. */
export type WeeklyOutcome = { kind: "sent" } | { kind: "failed"; problem: WeeklyProblem; detail: string | null; retry: boolean };

/**
 * Says how a try to mail a week ended: sent, to be tried again after a pause that grows, or failed for good.
 * @returns false when the lease has gone to another worker
 */
export async function settleWeeklyReport(
  { id, leaseToken, accountId, attempts }: Pick<ClaimedWeekly, "id" | "leaseToken" | "accountId" | "attempts">,
  outcome: WeeklyOutcome,
  at = now(),
): Promise<boolean> {
  const pause = outcome.kind === "failed" && outcome.retry ? triedAgainAfter(attempts) : null;
  const ended = { leaseToken: null, leaseUntil: null, dueAt: pause === null ? null : after(at, pause) };
  const sent = { state: "sent", progress: 100, sentAt: at, problem: null, problemDetail: null } as const;
  const state = pause === null ? ("failed" as const) : ("queued" as const);
  return db.$transaction(async (tx) => {
    const { count } = await tx.weeklyReport.updateMany({
      where: { id, leaseToken },
      data:
        outcome.kind === "sent"
          ? { ...ended, ...sent }
          : { ...ended, state, progress: 0, problem: outcome.problem, problemDetail: outcome.detail },
    });
    if (count === 0) return false;
    const problem = outcome.kind === "sent" ? null : outcome.problem;
    await record(tx, { type: "weeklyReport.settled", accountId, facts: { runId: id, attempt: attempts, problem } }, at);
    return true;
  });
}
