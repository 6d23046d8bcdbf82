import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { standingBodyInput } from "./bodies";
import type { ClaimedFeed, FeedCopy } from "./claim-feed";
import { nextLook } from "./feeding";

const NO_MARK = { etag: null, lastModified: null };

type Claim = Pick<ClaimedFeed, "standingAnswerId" | "leaseToken" | "accountId">;

/**
 * Keeps what a source brought as the last good copy, which residents get from now on.
 * @param copy what it brought; its mark alone tells whether it has changed, so null where its moment is that of fetching
 * @returns false when the source was saved anew meanwhile, or the lease has gone to another worker
 */
export async function storeFeed(
  { standingAnswerId, leaseToken, accountId }: Claim,
  { text, asOf, mark }: FeedCopy,
  at = now(),
): Promise<boolean> {
  const body = text === null ? Prisma.DbNull : standingBodyInput.parse({ kind: "text", text });
  return db.$transaction(async (tx) => {
    const before = await tx.standingFeed.findFirst({ where: { standingAnswerId, leaseToken } });
    if (!before) return false;
    // What is out of date when it comes is looked at again as soon as after a failure: residents are told that it may be.
    const isOld = after(asOf, before.freshMinutes * MINUTE) <= at;
    const next = nextLook(at, { freshMinutes: before.freshMinutes, failures: isOld ? 1 : 0 });
    const { count } = await tx.standingFeed.updateMany({
      where: { standingAnswerId, leaseToken },
      data: {
        body,
        asOf,
        fetchedAt: at,
        ...(mark ?? NO_MARK),
        failure: null,
        failures: 0,
        nextAt: next,
        leaseToken: null,
        leasedUntil: null,
      },
    });
    if (count === 0) return false;
    const facts = { standingAnswerId, asOf: asOf.toISOString(), isNew: before.asOf?.getTime() !== asOf.getTime() };
    await record(tx, { type: "standingAnswer.feedStored", accountId, facts }, at);
    return true;
  });
}
