import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import type { StandingFeed } from "@/prisma/generated/client";
import type { StandingBody } from "./bodies";
import { hostOf } from "./feeding";

/** Longer than the longest fetching takes. */
const FEED_LEASE = MINUTE;

/** A source that this worker alone looks at. `hosts`: those of its account; `isAllowed`: its own is still among them. */
export type ClaimedFeed = {
  standingAnswerId: string;
  leaseToken: string;
  accountId: string;
  timeZone: string;
  source:
    | { kind: "json"; url: string; template: string; asOfField: string | null }
    | { kind: "rss"; url: string; items: number }
    | { kind: "answered"; items: number };
  hosts: string[];
  isAllowed: boolean;
  /** The last good copy and by what its source knows it; null where there is none, or the source gave nothing to know it by. */
  kept: FeedCopy | null;
};
/** A text that a standing answer takes, null when there is nothing to tell, and as of when that is true. `mark`: as lib/webhooks has it. */
export type FeedCopy = { text: string | null; asOf: Date; mark: { etag: string | null; lastModified: string | null } | null };

/** Takes the source that is due next, or whose worker has fallen silent. @returns null when nothing is due */
export async function claimFeed(at = now()): Promise<ClaimedFeed | null> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      SELECT f."standingAnswerId" AS id FROM "StandingFeed" f JOIN "StandingAnswer" s ON s.id = f."standingAnswerId"
      WHERE f."nextAt" <= ${at} AND (f."leasedUntil" IS NULL OR f."leasedUntil" < ${at}) AND s."archivedAt" IS NULL
      ORDER BY f."nextAt", f."standingAnswerId" LIMIT 1 FOR UPDATE OF f SKIP LOCKED`;
    if (!due) return null;
    const lease = { leaseToken: uuid(), leasedUntil: after(at, FEED_LEASE) };
    const { standingAnswer, ...feed } = await tx.standingFeed.update({
      where: { standingAnswerId: due.id },
      data: { ...lease, triedAt: at },
      include: { standingAnswer: { select: { account: { select: { id: true, timeZone: true, standingFeedHosts: true } } } } },
    });
    const { id: accountId, timeZone, standingFeedHosts } = standingAnswer.account;
    const hosts = standingFeedHosts.map(({ host }) => host);
    await record(tx, { type: "standingAnswer.feedClaimed", accountId, facts: { standingAnswerId: due.id } }, at);
    return {
      ...{ standingAnswerId: due.id, leaseToken: lease.leaseToken, accountId, timeZone, hosts, source: sourceOf(feed) },
      isAllowed: feed.url === null || hosts.includes(hostOf(feed.url) ?? ""),
      kept: keptOf(feed),
    };
  });
}

type FeedRow = { kind: string; url: string | null; template: string | null; asOfField: string | null; items: number };

/** As it was checked when it was saved. */
function sourceOf({ kind, url, template, asOfField, items }: FeedRow): ClaimedFeed["source"] {
  if (kind === "answered") return { kind, items };
  if (url === null) throw new Error("a source without an address");
  return kind === "rss" ? { kind, url, items } : { kind: "json", url, template: template ?? "", asOfField };
}

function keptOf({ body, asOf, etag, lastModified }: StandingFeed): FeedCopy | null {
  // What a row keeps was checked when it was saved.
  const copy = body as StandingBody | null;
  if (copy?.kind !== "text" || asOf === null || (etag === null && lastModified === null)) return null;
  return { text: copy.text, asOf, mark: { etag, lastModified } };
}
