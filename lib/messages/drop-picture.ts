import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import type { DropPicture } from "./schema";

/**
 * Takes a picture of one's own away from a reply that is not sent yet; of one that has gone or was sent nothing changes. Its row goes on
 * counting among those of its day, and takes the bytes along when it is forgotten.
 */
export async function dropPicture({ mediaId }: DropPicture, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const own = {
      id: mediaId,
      officerId: officer.id,
      messageId: null,
      state: "stored" as const,
      accountId: { in: [...officer.scope.accountIds] },
    };
    const media = await tx.media.findFirst({ where: own, select: { accountId: true, threadId: true } });
    if (!media || (await tx.media.updateMany({ where: own, data: { state: "gone" } })).count === 0) return;
    await record(tx, { type: "media.dropped", ...media, officerId: officer.id, facts: { mediaId } }, at);
  });
}
