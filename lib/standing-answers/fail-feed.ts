import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { ClaimedFeed } from "./claim-feed";
import { type FeedFailure, nextLook } from "./feeding";

type Claim = Pick<ClaimedFeed, "standingAnswerId" | "leaseToken" | "accountId">;

/**
 * Says why a source brought nothing. The last good copy stays, and the source is tried again after a pause that grows.
 * @returns false when the source was saved anew meanwhile, or the lease has gone to another worker
 */
export async function failFeed({ standingAnswerId, leaseToken, accountId }: Claim, failure: FeedFailure, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const before = await tx.standingFeed.findFirst({ where: { standingAnswerId, leaseToken } });
    if (!before) return false;
    const failures = before.failures + 1;
    const { count } = await tx.standingFeed.updateMany({
      where: { standingAnswerId, leaseToken },
      data: { failure, failures, nextAt: nextLook(at, { ...before, failures }), leaseToken: null, leasedUntil: null },
    });
    if (count === 0) return false;
    await record(tx, { type: "standingAnswer.feedFailed", accountId, facts: { standingAnswerId, failure, failures } }, at);
    return true;
  });
}
