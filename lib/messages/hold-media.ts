import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { fetchPauseSeconds } from "./rules";
import type { MediaClaim } from "./store-media";

/** A file could not be had, and may be another time: it is tried again after a pause that grows. @returns false when the claim has gone to another worker */
export async function holdMedia({ id, claimId }: MediaClaim, failure: string, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const held = await tx.media.findFirst({ where: { id, claimId, state: "wanted" }, select: { tries: true, accountId: true } });
    if (!held) return false;
    const tries = held.tries + 1;
    const { count } = await tx.media.updateMany({
      where: { id, claimId, state: "wanted" },
      data: { tries, failure, claimId: null, nextAt: after(at, fetchPauseSeconds(tries) * SECOND) },
    });
    if (count === 0) return false;
    await record(tx, { type: "media.held", accountId: held.accountId, facts: { mediaId: id, failure, tries } }, at);
    return true;
  });
}
