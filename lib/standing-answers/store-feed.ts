import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { standingBodyInput } from "./bodies";
import type { ClaimedFeed } from "./claim-feed";
import { nextLook } from "./feeding";

type Claim = Pick<ClaimedFeed, "standingAnswerId" | "leaseToken" | "accountId">;

/**
 * Keeps what a source brought as the last good copy, which residents get from now on.
 * @param copy its text, which a standing answer takes, or null when there is nothing to tell; and as of when that is true
 * @returns false when the source was saved anew meanwhile, or the lease has gone to another worker
 */
export async function storeFeed(
  { standingAnswerId, leaseToken, accountId }: Claim,
  copy: { text: string | null; asOf: Date },
  at = now(),
): Promise<boolean> {
  const body = copy.text === null ? Prisma.DbNull : standingBodyInput.parse({ kind: "text", text: copy.text });
  return db.$transaction(async (tx) => {
    const before = await tx.standingFeed.findFirst({ where: { standingAnswerId, leaseToken } });
    if (!before) return false;
    const next = nextLook(at, { freshMinutes: before.freshMinutes, failures: 0 });
    const { count } = await tx.standingFeed.updateMany({
      where: { standingAnswerId, leaseToken },
      data: { body, asOf: copy.asOf, fetchedAt: at, failure: null, failures: 0, nextAt: next, leaseToken: null, leasedUntil: null },
    });
    if (count === 0) return false;
    const facts = { standingAnswerId, asOf: copy.asOf.toISOString(), isNew: before.asOf?.getTime() !== copy.asOf.getTime() };
    await record(tx, { type: "standingAnswer.feedStored", accountId, facts }, at);
    return true;
  });
}
