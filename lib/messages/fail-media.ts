import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { MediaClaim } from "./store-media";

/** Why a file is given up, as its message says to officers. */
const MEDIA_FAILURES = {
  expired: "gone",
  noSuchFile: "gone",
  tooLarge: "refused",
  otherContent: "refused",
  unreadable: "refused",
  hostNotAllowed: "refused",
} as const;
export type MediaFailure = keyof typeof MEDIA_FAILURES;

/** A file will never be had: WeChat has it no longer, or it is nothing that is shown. @returns false when the claim has gone to another worker */
export async function failMedia({ id, claimId }: MediaClaim, failure: MediaFailure, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const state = MEDIA_FAILURES[failure];
    const [media] = await tx.media.updateManyAndReturn({
      where: { id, claimId, state: "wanted" },
      data: { state, failure, claimId: null, nextAt: null },
    });
    if (!media) return false;
    const { accountId, messageId } = media;
    await record(tx, { type: "media.failed", accountId, ...(messageId ? { messageId } : {}), facts: { mediaId: id, state, failure } }, at);
    return true;
  });
}
