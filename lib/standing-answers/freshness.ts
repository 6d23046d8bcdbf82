import { after, DAY, later, MINUTE } from "@/lib/time/rules";
import type { StandingBody } from "./bodies";

export const FEED_KINDS = ["hand", "json", "rss", "answered"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];
export const PAST_FRESHNESS = ["say", "stop"] as const;
export type PastFreshness = (typeof PAST_FRESHNESS)[number];

/** What was published. Bodies as rows keep them. */
type Published = { body: unknown; asOf: Date | null; publishedAt: Date | null };
/** Where its text comes from by now: the last good copy, and as of when it is true. */
export type Feed = {
  kind: FeedKind;
  body: unknown;
  asOf: Date | null;
  savedAt: Date;
  freshMinutes: number;
  pastFreshness: PastFreshness;
};
/** What residents get. `freshUntil`: until when it counts as true; null: as long as it stands. */
export type Served = { body: StandingBody; asOf: Date | null; freshUntil: Date | null; pastFreshness: PastFreshness };

/**
 * The last good copy; what its owner published until there is one, while the source has nothing to tell, and where it is kept by hand.
 * A copy that was out of date when its owner published something of a later moment gives way to that, until the source is fresh again.
 */
export function servedOf({ body: published, asOf, publishedAt }: Published, feed: Feed | null): Served {
  // What a row keeps was checked when it was saved.
  const [body, copy] = [published as StandingBody, (feed?.body ?? null) as StandingBody | null];
  if (feed === null) return { body, asOf, freshUntil: null, pastFreshness: "say" };
  const { freshMinutes, pastFreshness } = feed;
  const until = (moment: Date) => after(moment, freshMinutes * MINUTE);
  const since = asOf ?? publishedAt ?? feed.savedAt;
  if (feed.asOf !== null) {
    const isOutdone = publishedAt !== null && publishedAt >= until(feed.asOf) && since > feed.asOf;
    if (isOutdone) return { body, asOf, freshUntil: until(since), pastFreshness };
    return { ...(copy === null ? { body, asOf } : { body: copy, asOf: feed.asOf }), freshUntil: until(feed.asOf), pastFreshness };
  }
  // A source that was named just now has its time to bring something.
  return { body, asOf, freshUntil: until(feed.kind === "hand" ? since : later(since, feed.savedAt)), pastFreshness };
}

/** Whether what residents get is out of date. */
export function isStale({ freshUntil }: Pick<Served, "freshUntil">, at: Date): boolean {
  return freshUntil !== null && freshUntil <= at;
}

/** Whether it is so much out of date that nobody gets it any more. */
export function isStopped(served: Pick<Served, "freshUntil" | "pastFreshness">, at: Date): boolean {
  return served.pastFreshness === "stop" && isStale(served, at);
}

/** From when on an answer is about to end: a day before, and of one that was published for less than four in the last quarter. */
export function endsSoonFrom({ validUntil, publishedAt }: { validUntil: Date; publishedAt: Date }): Date {
  return after(validUntil, -Math.min(DAY, (validUntil.getTime() - publishedAt.getTime()) / 4));
}

/** Whether its owner is to look whether it still holds. Whoever published it since then has. */
export function isReviewDue({ reviewAt, publishedAt }: { reviewAt: Date | null; publishedAt: Date | null }, at: Date): boolean {
  return reviewAt !== null && reviewAt <= at && (publishedAt === null || publishedAt < reviewAt);
}
