import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { ClaimedNotice } from "./claim-notice";
import { peaceUntil, retryAt } from "./rules";

/** What came of a try. `retry`: it may well be taken later. */
export type NoticeOutcome = { kind: "taken" } | { kind: "notTaken"; code: string; detail: string | null; retry: boolean };
type Claim = Pick<ClaimedNotice, "id" | "claimId" | "subscriberId" | "accountId" | "attempts" | "firstTriedAt" | "isTrial">;

/**
 * Writes down what came of a claimed notice: taken, to be tried again after a growing pause, or, refused for good or tried for a day,
 * given up. A trial is not repeated.
 * @returns false when the claim is not this worker's any more
 */
export async function settleNotice(claim: Claim, outcome: NoticeOutcome, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const again = outcome.kind === "notTaken" && outcome.retry && !claim.isTrial ? retryAt(claim.attempts, claim.firstTriedAt, at) : null;
    const status = outcome.kind === "taken" ? "taken" : again ? "queued" : "failed";
    const error = outcome.kind === "taken" ? {} : { errorCode: outcome.code, errorDetail: outcome.detail };
    const { count } = await tx.notice.updateMany({
      where: { id: claim.id, claimId: claim.claimId, status: "sending" },
      data: { status, leaseUntil: null, ...error, ...(again ? { sendAfter: again } : { endedAt: at }) },
    });
    if (count === 0) return false;
    if (outcome.kind === "taken") await tell(tx, claim, { lastOkAt: at, lastError: null, failures: 0, gaveUpAt: null });
    else await fail(tx, claim, { code: outcome.code, gaveUp: status === "failed" && !claim.isTrial }, at);
    const facts = {
      noticeId: claim.id,
      subscriberId: claim.subscriberId,
      status,
      errorCode: outcome.kind === "taken" ? null : outcome.code,
    };
    await record(tx, { type: "notice.settled", accountId: claim.accountId, facts }, at);
    return true;
  });
}

async function fail(tx: Tx, claim: Claim, { code, gaveUp }: { code: string; gaveUp: boolean }, at: Date): Promise<void> {
  const { failures, gaveUpAt } = await tx.subscriber.update({
    where: { id: claim.subscriberId },
    data: { failures: { increment: 1 }, lastFailedAt: at, lastError: code },
    select: { failures: true, gaveUpAt: true },
  });
  await tell(tx, claim, { nextAt: peaceUntil(failures, at), gaveUpAt: gaveUpAt ?? (gaveUp ? at : null) });
}

async function tell(tx: Tx, { subscriberId }: Claim, data: object): Promise<void> {
  await tx.subscriber.update({ where: { id: subscriberId }, data, select: { id: true } });
}
