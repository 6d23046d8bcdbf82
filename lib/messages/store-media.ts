import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { ClaimedMedia } from "./claim-media";

export type MediaClaim = Pick<ClaimedMedia, "id" | "claimId">;

/** What is known of a file whose bytes lie in the storage: bytes, pixels as it is seen, milliseconds. */
export type StoredFile = {
  storageKey: string;
  thumbnailKey: string | null;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  milliseconds: number | null;
};

/** A file was fetched and lies in the storage: every screen that shows its message shows it. @returns false when the claim has gone to another worker */
export async function storeMedia({ id, claimId }: MediaClaim, file: StoredFile, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [media] = await tx.media.updateManyAndReturn({
      where: { id, claimId, state: "wanted" },
      data: { ...file, state: "stored", storedAt: at, failure: null, claimId: null, nextAt: null },
    });
    if (!media) return false;
    const { accountId, messageId } = media;
    const facts = { mediaId: id, contentType: file.contentType, bytes: file.bytes };
    // Not under its thread: nothing of that or of its questions has changed, and every screen would read them again.
    await record(tx, { type: "media.stored", accountId, ...(messageId ? { messageId } : {}), facts }, at);
    return true;
  });
}
