import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import type { StandingBody } from "./bodies";
import { FEED_FAILURES, type FeedFailure } from "./feeding";
import { type FeedKind, type PastFreshness, servedOf } from "./freshness";

/** Where the text of a standing answer comes from, as the desk shows it. `copy`: the last good one; `failure`: of the last try. */
export type StandingSource = {
  standingAnswerId: string;
  accountId: string;
  /** The source's own, 0: nobody has said where the text comes from. */
  version: number;
  kind: FeedKind;
  url: string | null;
  template: string | null;
  asOfField: string | null;
  items: number;
  freshMinutes: number | null;
  pastFreshness: PastFreshness;
  copy: { text: string; asOf: Date; fetchedAt: Date } | null;
  /** Residents get what the owner published since the copy went out of date. */
  isOutdone: boolean;
  triedAt: Date | null;
  failure: FeedFailure | null;
  nextAt: Date | null;
  isUnderway: boolean;
  /** Until when what residents get counts as true; null: as long as it stands. */
  freshUntil: Date | null;
  /** Hosts that sources of the account may come from. */
  hosts: string[];
};

const account = { select: { standingFeedHosts: { orderBy: { host: "asc" } } } } as const;

/** The source of one standing answer, or null when the scope does not reach it or it is archived. */
export async function readSource(scope: Scope, standingAnswerId: string): Promise<StandingSource | null> {
  const found = await db.standingAnswer.findFirst({
    where: { id: standingAnswerId, archivedAt: null, accountId: { in: [...scope.accountIds] } },
    include: { feed: true, published: true, account },
  });
  if (!found) return null;
  const { accountId, feed, published } = found;
  const hosts = found.account.standingFeedHosts.map(({ host }) => host);
  const of = { standingAnswerId, accountId, hosts };
  if (!feed) return { ...of, ...BY_HAND };
  const { version, kind, url, template, asOfField, items, freshMinutes, pastFreshness, asOf, fetchedAt, triedAt, nextAt, leaseToken } =
    feed;
  const body = feed.body as StandingBody | null;
  const copy = body?.kind === "text" && asOf && fetchedAt ? { text: body.text, asOf, fetchedAt } : null;
  const served = published && servedOf(published, feed);
  return {
    ...of,
    ...{ version, kind, url, template, asOfField, items, freshMinutes, pastFreshness, copy, triedAt, nextAt },
    failure: FEED_FAILURES.find((known) => known === feed.failure) ?? null,
    isOutdone: copy !== null && served !== null && served.body !== body,
    isUnderway: leaseToken !== null,
    freshUntil: served?.freshUntil ?? null,
  };
}

const BY_HAND: Omit<StandingSource, "standingAnswerId" | "accountId" | "hosts"> = {
  ...{ version: 0, kind: "hand", url: null, template: null, asOfField: null, items: 5, freshMinutes: null, pastFreshness: "say" },
  ...{ copy: null, isOutdone: false, triedAt: null, failure: null, nextAt: null, isUnderway: false, freshUntil: null },
};
