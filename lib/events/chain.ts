import { createHmac } from "node:crypto";
import type { FeedEvent } from "./feed";

/** An event as the trail has it: its facts as the database writes them. */
export type TrailEvent = Omit<FeedEvent, "facts" | "type"> & { type: string; facts: string | null };
/** Where an event stands: in which trail, of which day (YYYY-MM-DD), at which place from 1 on. */
export type Place = { chain: string; day: string; seq: number };

/** The trail of what belongs to no account. */
export const DESK_CHAIN = "00000000-0000-0000-0000-000000000000";
/** What comes before the first of a day. */
export const BEGINNING = Buffer.alloc(0);

const CHINESE_TIME = 8 * 3_600_000;

/** What a query selects of "Event" e to get `TrailEvent` but for the id. */
export const TRAIL_COLUMNS = `e.at, e.type, e."accountId", e."threadId", e."questionId", e."messageId", e."replyId", e."officerId", e.facts::text AS facts`;

/** In which trail an event belongs, and of which day: that of China, wherever the account is, so that it never moves. */
export function trailOf({ accountId, at }: Pick<TrailEvent, "accountId" | "at">): Omit<Place, "seq"> {
  return { chain: accountId ?? DESK_CHAIN, day: new Date(at.getTime() + CHINESE_TIME).toISOString().slice(0, 10) };
}

/** The hash of an event at its place: keyed, over all that it says and the hash before it. */
export function linkOf(key: Buffer, before: Buffer, { chain, day, seq }: Place, event: TrailEvent): Buffer {
  const { id, at, type, accountId, threadId, questionId, messageId, replyId, officerId, facts } = event;
  const said = [id, at.toISOString(), type, accountId, threadId, questionId, messageId, replyId, officerId, facts];
  return createHmac("sha256", key)
    .update(JSON.stringify([chain, day, seq, before.toString("hex"), ...said]))
    .digest();
}
