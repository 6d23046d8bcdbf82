import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import { WAITING_PICTURE_HOURS } from "./rules";

/**
 * Lets pictures go that an officer put to a reply and did not send for a day, unless words to the same resident wait as well and the
 * officer has not taken them away.
 * @param limit how many at most
 * @returns the keys under which their bytes lie, which nothing names any more
 */
export async function forgetPictures(limit: number, at = now()): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const forgotten = await tx.$queryRaw<{ id: string; accountId: string; storageKey: string | null; thumbnailKey: string | null }[]>`
      DELETE FROM "Media" WHERE id IN (
        SELECT m.id FROM "Media" m
        WHERE m."messageId" IS NULL AND m."officerId" IS NOT NULL AND m."storedAt" < ${after(at, -WAITING_PICTURE_HOURS * HOUR)}
          AND (m.state = 'gone' OR NOT EXISTS (SELECT 1 FROM "Draft" d WHERE d."officerId" = m."officerId" AND d."threadId" = m."threadId"))
        ORDER BY m.id LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED)
      RETURNING id, "accountId", "storageKey", "thumbnailKey"`;
    const events = forgotten.map(({ id, accountId }) => ({ type: "media.forgotten" as const, accountId, facts: { mediaId: id } }));
    if (events.length > 0) await recordAll(tx, events, at);
    return forgotten.flatMap(({ storageKey, thumbnailKey }) => [storageKey ?? [], thumbnailKey ?? []].flat());
  });
}
