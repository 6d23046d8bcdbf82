import { popularAnswers } from "@/lib/clusters/popular";
import { env } from "@/lib/env";
import { saidInJson } from "@/lib/feeds/json";
import { saidInRss } from "@/lib/feeds/rss";
import { MAX_BODY_BYTES } from "@/lib/standing-answers/bodies";
import { type ClaimedFeed, claimFeed, type FeedCopy } from "@/lib/standing-answers/claim-feed";
import { failFeed } from "@/lib/standing-answers/fail-feed";
import { answeredText, type FeedFailure, headlines, momentSaid } from "@/lib/standing-answers/feeding";
import { storeFeed } from "@/lib/standing-answers/store-feed";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { type DocumentWanted, type FetchedDocument, getDocument } from "@/lib/webhooks/get-document";
import { untilReported } from "./until-reported";

const FETCH_TIMEOUT = 10 * SECOND;
const JSON_TYPES = ["application/json", "text/json", "+json"];
const RSS_TYPES = ["application/rss+xml", "application/atom+xml", "application/xml", "text/xml"];

type Brought = FeedCopy | { failure: FeedFailure };
type Reach = Pick<DocumentWanted, "timeoutMs" | "allowHosts">;
type Got = Extract<FetchedDocument, { kind: "got" }>;
type Source<Kind> = Extract<ClaimedFeed["source"], { kind: Kind }>;

/**
 * Claims the source of a standing answer that is due next and begins to look at it. Resolves once it is claimed; `done` when what it
 * brought has been reported.
 * @returns null when nothing is due
 */
export async function fetchNextFeed(
  at: () => Date = now,
  reach: Reach = { timeoutMs: FETCH_TIMEOUT, allowHosts: env.JIDA_ALLOW_HOSTS },
): Promise<{ done: Promise<void> } | null> {
  const claim = await claimFeed(at());
  return claim && { done: look(claim, at, reach) };
}

async function look(claim: ClaimedFeed, at: () => Date, reach: Reach): Promise<void> {
  const brought = checked(await bring(claim, reach, at()));
  await untilReported(() => ("failure" in brought ? failFeed(claim, brought.failure, at()) : storeFeed(claim, brought, at())));
}

async function bring(claim: ClaimedFeed, reach: Reach, at: Date): Promise<Brought> {
  const { source, accountId, timeZone, kept } = claim;
  if (source.kind === "answered")
    return { text: answeredText(await popularAnswers(accountId, source.items, at), timeZone), asOf: at, mark: null };
  if (!claim.isAllowed) return { failure: "hostNotAllowed" };
  const types = source.kind === "json" ? JSON_TYPES : RSS_TYPES;
  const got = await getDocument({ address: source.url, types, known: kept?.mark ?? null, ...reach });
  if (got.kind === "notGot") return { failure: got.reason };
  if (got.kind === "unchanged") return kept ?? { failure: "httpStatus" };
  return source.kind === "json" ? fromJson(got, source, claim, at) : fromRss(got, source, claim, at);
}

function fromJson({ text: document, mark }: Got, source: Source<"json">, { timeZone }: ClaimedFeed, at: Date): Brought {
  const said = saidInJson(document, source);
  if (said.kind === "unreadable") return { failure: said.reason };
  const asOf = said.asOf === null ? at : momentSaid(said.asOf, timeZone, at);
  return asOf ? { text: said.text, asOf, mark: said.asOf === null ? null : mark } : { failure: "wrongDate" };
}

function fromRss({ text: document, mark }: Got, source: Source<"rss">, { timeZone, hosts }: ClaimedFeed, at: Date): Brought {
  const said = saidInRss(document);
  if (said.kind === "unreadable") return { failure: said.reason };
  const items = said.items.slice(0, source.items);
  // A feed that does not say when it was changed was so with its newest item.
  const dates = said.asOf === null ? items.flatMap((item) => item.at ?? []) : [said.asOf];
  const moments = dates.map((date) => momentSaid(date, timeZone, at));
  if (moments.includes(null)) return { failure: "wrongDate" };
  const asOf = moments.length === 0 ? at : new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
  return { text: headlines(items, hosts, timeZone, at), asOf, mark: moments.length === 0 ? null : mark };
}

function checked(brought: Brought): Brought {
  if ("failure" in brought || brought.text === null) return brought;
  if (brought.text.trim() === "") return { failure: "empty" };
  return new TextEncoder().encode(brought.text).length > MAX_BODY_BYTES ? { failure: "textTooLong" } : brought;
}
