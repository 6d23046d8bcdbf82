import { popularAnswers } from "@/lib/clusters/popular";
import { env } from "@/lib/env";
import { saidInJson } from "@/lib/feeds/json";
import { saidInRss } from "@/lib/feeds/rss";
import { MAX_BODY_BYTES } from "@/lib/standing-answers/bodies";
import { type ClaimedFeed, claimFeed } from "@/lib/standing-answers/claim-feed";
import { failFeed } from "@/lib/standing-answers/fail-feed";
import { answeredText, type FeedFailure, headlines, momentSaid } from "@/lib/standing-answers/feeding";
import { storeFeed } from "@/lib/standing-answers/store-feed";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { type DocumentWanted, getDocument } from "@/lib/webhooks/get-document";
import { isStopping } from "./every";
import { untilReported } from "./until-reported";

const FETCH_TIMEOUT = 10 * SECOND;
const JSON_TYPES = ["application/json", "text/json", "+json"];
const RSS_TYPES = ["application/rss+xml", "application/xml", "text/xml"];

type Brought = { text: string | null; asOf: Date } | { failure: FeedFailure };
type Reach = Pick<DocumentWanted, "timeoutMs" | "allowHosts">;
type Source<Kind> = Extract<ClaimedFeed["source"], { kind: Kind }>;

/** Looks at every source of a standing answer that is due, one after the other. @returns how many were looked at */
export async function fetchFeeds(
  at: () => Date = now,
  reach: Reach = { timeoutMs: FETCH_TIMEOUT, allowHosts: env.JIDA_ALLOW_HOSTS },
): Promise<number> {
  let looked = 0;
  while (!isStopping()) {
    const claim = await claimFeed(at());
    if (!claim) break;
    const brought = checked(await bring(claim, reach, at()));
    await untilReported(() => ("failure" in brought ? failFeed(claim, brought.failure, at()) : storeFeed(claim, brought, at())));
    looked += 1;
  }
  return looked;
}

async function bring(claim: ClaimedFeed, reach: Reach, at: Date): Promise<Brought> {
  const { source, accountId, timeZone } = claim;
  if (source.kind === "answered") return { text: answeredText(await popularAnswers(accountId, source.items, at), timeZone), asOf: at };
  if (!claim.isAllowed) return { failure: "hostNotAllowed" };
  const types = source.kind === "json" ? JSON_TYPES : RSS_TYPES;
  const got = await getDocument({ address: source.url, types, ...reach });
  if (got.kind === "notGot") return { failure: got.reason };
  return source.kind === "json" ? fromJson(got.text, source, claim, at) : fromRss(got.text, source, claim, at);
}

function fromJson(document: string, source: Source<"json">, { timeZone }: ClaimedFeed, at: Date): Brought {
  const said = saidInJson(document, source);
  if (said.kind === "unreadable") return { failure: said.reason };
  const asOf = said.asOf === null ? at : momentSaid(said.asOf, timeZone, at);
  return asOf ? { text: said.text, asOf } : { failure: "wrongDate" };
}

function fromRss(document: string, source: Source<"rss">, { timeZone, hosts }: ClaimedFeed, at: Date): Brought {
  const said = saidInRss(document);
  if (said.kind === "unreadable") return { failure: said.reason };
  const items = said.items.slice(0, source.items);
  // A feed that does not say when it was changed was so with its newest item.
  const dates = said.asOf === null ? items.flatMap((item) => item.at ?? []) : [said.asOf];
  const moments = dates.map((date) => momentSaid(date, timeZone, at));
  if (moments.includes(null)) return { failure: "wrongDate" };
  const asOf = moments.length === 0 ? at : new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
  return { text: headlines(items, hosts, timeZone, at), asOf };
}

function checked(brought: Brought): Brought {
  if ("failure" in brought || brought.text === null) return brought;
  if (brought.text.trim() === "") return { failure: "empty" };
  return new TextEncoder().encode(brought.text).length > MAX_BODY_BYTES ? { failure: "textTooLong" } : brought;
}
