import type pg from "pg";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { Prisma } from "@/prisma/generated/client";
import { boundsOf, rankOf } from "./buckets";
import type { Grouping } from "./counting";
import { keyOf } from "./counting";
import type { Spread } from "./results";
import { daysOf, type Milestone } from "./rules";
import { aroundDays, column, daysOfFacts, filtersOf, idsOf, rowsOf, type Selection } from "./selection";
import { spanRows, spansOf } from "./spans";

export type Spreading = Exclude<Milestone, "promise">;
type Grouped = Extract<Grouping, "none" | "account" | "officer" | "kind" | "topic">;
type BucketRow = { key: string; bucket: number; count: number };
type Lookup = { place: number; key: string; share: "median" | "p90" | "p99"; least: number; most: number; skip: number };

export const NO_SPREAD: Spread = { count: 0, median: null, p90: null, p99: null };
const SHARES = { median: 0.5, p90: 0.9, p99: 0.99 } as const;
const SHORT_DAYS = 62;
const SECONDS = { first: "firstSeconds", answer: "answerSeconds", next: "seconds" } as const;

/**
 * Median, p90 and p99 of the seconds that a milestone took, by key: the value at the nearest rank, exact to the second. Where sums by
 * bucket answer a selection, they say in which bucket a rank lies, and only that bucket is looked into.
 */
export async function spreadBy(
  client: pg.ClientBase,
  selection: Selection,
  milestone: Spreading,
  grouping: Grouped,
): Promise<Map<string, Spread>> {
  const distributed = distributionFor(selection, grouping);
  if (!distributed) return measured(client, selection, milestone, grouping);
  const rows = await rowsOf<BucketRow>(
    client,
    Prisma.sql`SELECT ${distributed.key} AS key, t.bucket, sum(span.sign * t.count)::int AS count
      FROM ${spanRows(spansOf(selection.period))} CROSS JOIN unnest(${idsOf(selection)}) account(id)
      CROSS JOIN LATERAL (SELECT * FROM "Distribution" t WHERE t."accountId" = account.id AND t.cut = ${distributed.cut}
        AND t.milestone = ${milestone} AND t.monthly = span.monthly AND t.start BETWEEN span.first AND span.last AND ${distributed.members} OFFSET 0) t
      GROUP BY 1, 2 HAVING sum(span.sign * t.count) > 0 ORDER BY 1, 2`,
  );
  const spreads = new Map<string, Spread>();
  const lookups: Lookup[] = [];
  for (const [key, buckets] of byKey(rows)) {
    const count = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
    const spread: Spread = { ...NO_SPREAD, count };
    for (const share of ["median", "p90", "p99"] as const) {
      const { bucket, skip } = placeOf(buckets, rankOf(count, SHARES[share]));
      const { least, most } = boundsOf(bucket);
      if (least === most) spread[share] = least;
      else lookups.push({ place: lookups.length, key, share, least, most, skip });
    }
    spreads.set(key, spread);
  }
  for (const { place, seconds } of await lookUp(client, selection, milestone, grouping, lookups)) {
    const lookup = lookups[place];
    const spread = lookup && spreads.get(lookup.key);
    if (spread) spread[lookup.share] = seconds;
  }
  return spreads;
}

/** Which sums by bucket answer a selection, if any do. */
function distributionFor(selection: Selection, grouping: Grouped): { cut: string; key: Prisma.Sql; members: Prisma.Sql } | null {
  const { officer, topic, cluster, kind, outside, weekday, hour, reason } = selection;
  if ([cluster, weekday, hour, reason].some((cell) => cell !== undefined)) return null;
  const ofKind = kind !== undefined || outside !== undefined || grouping === "kind";
  const ofOfficer = officer !== undefined || grouping === "officer";
  const ofTopic = topic !== undefined || grouping === "topic";
  if ([ofKind, ofOfficer, ofTopic].filter(Boolean).length > 1) return null;
  const cut = ofKind ? "kind" : ofOfficer ? "officer" : ofTopic ? "topic" : "all";
  const keys: Record<Grouped, string> = {
    ...{ none: "'all'", account: `t."accountId"::text`, kind: "split_part(t.member, '|', 1)", officer: "t.member", topic: "t.member" },
  };
  const member = officer ?? topic;
  const hours = outside ? [outside] : ["in", "out"];
  const kinds = (kind ? [kind] : [...QUESTION_KINDS]).flatMap((one) => hours.map((hour) => `${one}|${hour}`));
  const named = ofKind ? kinds : cut === "all" ? [""] : member === undefined ? null : [member];
  const members = named ? Prisma.sql`t.member = ANY(${named})` : Prisma.sql`true`;
  return { cut, key: Prisma.raw(keys[grouping]), members };
}

async function lookUp(client: pg.ClientBase, selection: Selection, milestone: Spreading, grouping: Grouped, lookups: readonly Lookup[]) {
  const seconds = column(SECONDS[milestone]);
  const ofNobody = lookups.filter(({ key }) => key === "none");
  const ofOnes = lookups.filter(({ key }) => key !== "none");
  const ofAccounts = Prisma.sql`f."accountId" = ANY(${idsOf(selection)})`;
  const filed = (name: string) => ({
    ones: Prisma.sql`${ofAccounts} AND f.${column(name)} = asked.key::uuid`,
    nobody: Prisma.sql`${ofAccounts} AND f.${column(name)} IS NULL`,
  });
  const all = { ones: ofAccounts, nobody: ofAccounts };
  const ofKey: Record<Grouped, { ones: Prisma.Sql; nobody: Prisma.Sql }> = {
    none: all,
    account: { ...all, ones: Prisma.sql`f."accountId" = asked.key::uuid` },
    kind: { ...all, ones: Prisma.sql`${ofAccounts} AND f.kind = asked.key::"QuestionKind"` },
    officer: filed("officerId"),
    topic: filed("topicId"),
  };
  const found = [];
  for (const [asked, key] of [[ofOnes, ofKey[grouping].ones] as const, [ofNobody, ofKey[grouping].nobody] as const]) {
    if (asked.length === 0) continue;
    const numbers = (of: (lookup: Lookup) => number) => Prisma.sql`${asked.map(of)}::int[]`;
    const rows = await rowsOf<{ place: number; seconds: number }>(
      client,
      Prisma.sql`SELECT asked.place, found.seconds
        FROM unnest(${numbers(({ place }) => place)}, ${asked.map((lookup) => lookup.key)}::text[], ${numbers(({ least }) => least)}, ${numbers(({ most }) => most)}, ${numbers(({ skip }) => skip)})
          asked(place, key, least, most, skip)
        CROSS JOIN LATERAL (
          SELECT f.${seconds} AS seconds FROM ${tableOf(milestone)}
          WHERE ${key} AND ${ofMilestone(milestone)} AND f.${seconds} BETWEEN asked.least AND asked.most AND ${daysOfFacts(selection)} AND ${filtersOf(selection)}
          ORDER BY 1 OFFSET asked.skip LIMIT 1) found`,
    );
    found.push(...rows);
  }
  return found;
}

async function measured(client: pg.ClientBase, selection: Selection, milestone: Spreading, grouping: Grouped) {
  const seconds = column(SECONDS[milestone]);
  // A few weeks are found by their instants; of a year the indexes that hold the seconds answer by themselves.
  const isShort = daysOf(selection.period) <= SHORT_DAYS;
  const rows = await rowsOf<{ key: string; count: number; at: number[] }>(
    client,
    Prisma.sql`SELECT ${keyOf(grouping)} AS key, count(*)::int AS count,
        percentile_disc(${Object.values(SHARES)}::float8[]) WITHIN GROUP (ORDER BY f.${seconds}) AS at
      FROM ${tableOf(milestone)} WHERE f."accountId" = ANY(${idsOf(selection)}) AND ${ofMilestone(milestone)} AND f.${seconds} IS NOT NULL AND ${daysOfFacts(selection)}
        AND ${isShort ? aroundDays(selection, milestone === "next" ? "at" : "openedAt") : Prisma.sql`true`} AND ${filtersOf(selection)} GROUP BY 1`,
  );
  return new Map(
    rows.map(({ key, count, at: [median = null, p90 = null, p99 = null] }) => [key, { count, median, p90, p99 } satisfies Spread]),
  );
}

function tableOf(milestone: Spreading): Prisma.Sql {
  return milestone === "next" ? Prisma.sql`"DutyFact" f` : Prisma.sql`"QuestionFact" f`;
}

function ofMilestone(milestone: Spreading): Prisma.Sql {
  return milestone === "next" ? Prisma.sql`f.milestone = 'next'` : Prisma.sql`true`;
}

function byKey(rows: readonly BucketRow[]): Map<string, BucketRow[]> {
  const groups = new Map<string, BucketRow[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  return groups;
}

/** The bucket that holds the value of a rank, and how many of its values come before. */
function placeOf(buckets: readonly BucketRow[], rank: number): { bucket: number; skip: number } {
  let before = 0;
  for (const { bucket, count } of buckets) {
    if (before + count >= rank) return { bucket, skip: rank - before - 1 };
    before += count;
  }
  throw new Error("a rank beyond all values");
}
