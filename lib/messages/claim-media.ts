import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import { MEDIA_KEPT_DAYS, type MediaKind } from "./rules";

/** Longer than the longest fetching takes. */
const FETCH_LEASE = 5 * MINUTE;
/** A file over which a worker fell silent may end the next one, too: not more often than this. */
const LEASE_AFTER_SILENCE = HOUR;

/** A file that this worker alone fetches. */
export type ClaimedMedia = {
  id: string;
  claimId: string;
  accountId: string;
  kind: MediaKind;
  wechatId: string;
  wechatStillId: string | null;
  tries: number;
  /** What the last try brought instead. */
  failure: string | null;
  /** WeChat has deleted it by now. Never before it was asked for once: when a message was said is no more than another clock's word. */
  isPast: boolean;
};

/**
 * Takes files that are due to be fetched, the longest due first, also of workers that have fallen silent: that counts as a try.
 * @param limit how many at most
 */
export async function claimMedia(limit: number, at = now()): Promise<ClaimedMedia[]> {
  return db.$transaction(async (tx) => {
    const claimId = uuid();
    const claimed = await tx.$queryRaw<(Omit<ClaimedMedia, "claimId" | "isPast"> & { wechatSince: Date })[]>`
      UPDATE "Media" m SET "claimId" = ${claimId}::uuid,
        "nextAt" = CASE WHEN m."claimId" IS NULL THEN ${after(at, FETCH_LEASE)}::timestamptz ELSE ${after(at, LEASE_AFTER_SILENCE)}::timestamptz END,
        tries = m.tries + CASE WHEN m."claimId" IS NULL THEN 0 ELSE 1 END FROM (
        SELECT id FROM "Media" WHERE state = 'wanted' AND "nextAt" <= ${at} ORDER BY "nextAt", id LIMIT ${limit} FOR UPDATE SKIP LOCKED) due
      WHERE m.id = due.id RETURNING m.id, m."accountId", m.kind::text AS kind, m."wechatId", m."wechatStillId", m.tries, m.failure, m."wechatSince"`;
    const claims = claimed.map(({ id, accountId }) => ({ type: "media.claimed" as const, accountId, facts: { mediaId: id } }));
    if (claims.length > 0) await recordAll(tx, claims, at);
    return claimed.map(({ wechatSince, ...media }) => {
      const isPast = media.tries > 0 && after(wechatSince, MEDIA_KEPT_DAYS * DAY) <= at;
      return { ...media, claimId, isPast };
    });
  });
}
