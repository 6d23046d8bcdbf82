import type pg from "pg";
import type { Scope } from "@/lib/officers/scope";
import type { QuestionKind } from "@/lib/sla/rules";
import { daysLater } from "@/lib/time/zones";
import { countBy, type Grouping } from "./counting";
import { backlogOf } from "./flow";
import { largestClusters } from "./largest";
import { clusterTitles, officerNames, topicNames } from "./names";
import { noCounts, ratesOf } from "./rates";
import type {
  AccountRow,
  BacklogRow,
  BreachRow,
  ClusterRow,
  Counts,
  DayRow,
  HeatCell,
  KindRow,
  Numbers,
  OfficerRow,
  Satisfaction,
  Spread,
  Summary,
  Tallied,
  TopicRow,
} from "./results";
import { comparedWith, daysOf, REASONS, SCORES } from "./rules";
import type { ReportQuery } from "./schema";
import { atOneInstant, type Selection, selected } from "./selection";
import { NO_SPREAD, type Spreading, spreadBy } from "./spreading";

const CLUSTERS = 50;
const LATE = { first: "late", next: "nextLate", promise: "promisesBroken", answer: "answersLate" } as const;

/** The numbers of a period, and of the one it is compared with. */
export async function readSummary(scope: Scope, query: ReportQuery): Promise<Summary> {
  const selection = await selected(scope, query);
  const other = comparedWith(selection.period, query.compare);
  return atOneInstant(async (client) => ({
    period: selection.period,
    numbers: await numbersOf(client, selection),
    compared: other && { period: other, numbers: await numbersOf(client, { ...selection, period: other }) },
  }));
}

/** Every day of the period, in order. */
export async function readDays(scope: Scope, query: ReportQuery): Promise<DayRow[]> {
  const selection = await selected(scope, query);
  const counts = await atOneInstant((client) => countBy(client, selection, "day"));
  return daysIn(selection).map((day) => ({ day, ...talliedOf(counts.get(day)) }));
}

/** The hours of the week in which something happened. */
export async function readHeatMap(scope: Scope, query: ReportQuery): Promise<HeatCell[]> {
  const selection = await selected(scope, query);
  const counts = await atOneInstant((client) => countBy(client, selection, "hour"));
  return [...counts]
    .map(([key, found]) => ({ weekday: Math.floor(Number(key) / 100), hour: Number(key) % 100, ...talliedOf(found) }))
    .sort((one, other) => one.weekday - other.weekday || one.hour - other.hour);
}

/** By who answered first; where nobody has, by who closed it or holds it. The most questions first. */
export async function readOfficers(scope: Scope, query: ReportQuery): Promise<OfficerRow[]> {
  const rows = await readGroups(scope, query, "officer");
  const names = await officerNames(rows.map(({ key }) => key));
  return rows.map((row) => ({ ...row, key: row.key === "none" ? null : row.key, name: names.get(row.key) ?? null }));
}

/** Every account of the query, those without a question too. */
export async function readAccounts(scope: Scope, query: ReportQuery): Promise<AccountRow[]> {
  const rows = new Map((await readGroups(scope, query, "account")).map((row) => [row.key, row]));
  const { accounts } = await selected(scope, query);
  return accounts.map(({ id, name, slug }) => ({ ...(rows.get(id) ?? emptyRow(id)), name, slug }));
}

/** By 咨询、求助、投诉、举报、建议, the most first. */
export async function readKinds(scope: Scope, query: ReportQuery): Promise<KindRow[]> {
  return (await readGroups(scope, query, "kind")).map((row) => ({ ...row, key: row.key as QuestionKind }));
}

/** By topic, the most first; null: those without one. */
export async function readTopics(scope: Scope, query: ReportQuery): Promise<TopicRow[]> {
  const rows = await readGroups(scope, query, "topic");
  const names = await topicNames(rows.map(({ key }) => key));
  return rows.map((row) => ({ ...row, key: row.key === "none" ? null : row.key, name: names.get(row.key) ?? null }));
}

/** The matters that most asked about. */
export async function readClusters(scope: Scope, query: ReportQuery, limit = CLUSTERS): Promise<ClusterRow[]> {
  const selection = await selected(scope, query);
  const counts = await atOneInstant(async (client) =>
    countBy(client, selection, "cluster", await largestClusters(client, selection, limit)),
  );
  const largest = bySize([...counts]).slice(0, limit);
  const titles = await clusterTitles(largest.map(([key]) => key));
  return largest.map(([key, found]) => ({ key, place: "", matter: "", ...titles.get(key), ...talliedOf(found) }));
}

/** What was late, by what and why, the most first. */
export async function readBreaches(scope: Scope, query: ReportQuery): Promise<BreachRow[]> {
  const selection = await selected(scope, query);
  const counts = await atOneInstant((client) => countBy(client, selection, "reason"));
  return REASONS.flatMap((reason) =>
    (["first", "next", "promise", "answer"] as const).map((milestone) => {
      const measure = LATE[milestone];
      return { milestone, measure, reason, count: counts.get(reason)?.[measure] ?? 0 };
    }),
  )
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

/** 满意率 and 解决率 of those who said, and how many said what. */
export async function readSatisfaction(scope: Scope, query: ReportQuery): Promise<Satisfaction> {
  const selection = await selected(scope, query);
  const counts = await atOneInstant((client) => countBy(client, selection, "score"));
  const scores = Object.fromEntries(SCORES.map((score) => [score, counts.get(score)?.rated ?? 0])) as Satisfaction["scores"];
  const rated = SCORES.reduce((sum, score) => sum + scores[score], 0);
  const share = (part: number) => (rated === 0 ? null : part / rated);
  return { scores, rated, resolution: share(rated - scores.notSolved), satisfaction: share(scores.satisfied + scores.fair) };
}

/** Every day of the period, in order. */
export async function readBacklog(scope: Scope, query: ReportQuery): Promise<BacklogRow[]> {
  const selection = await selected(scope, query);
  const { before, days } = await atOneInstant((client) => backlogOf(client, selection));
  let backlog = before;
  return daysIn(selection).map((day) => {
    const { opened = 0, ended = 0 } = days.get(day) ?? {};
    backlog += opened - ended;
    return { day, backlog, opened, ended };
  });
}

async function numbersOf(client: pg.ClientBase, selection: Selection): Promise<Numbers> {
  const tallied = talliedOf((await countBy(client, selection, "none")).get("all"));
  const spread = async (milestone: Spreading) => (await spreadBy(client, selection, milestone, "none")).get("all") ?? NO_SPREAD;
  return { ...tallied, spreads: { first: await spread("first"), answer: await spread("answer"), next: await spread("next") } };
}

async function readGroups(scope: Scope, query: ReportQuery, grouping: Extract<Grouping, "officer" | "account" | "kind" | "topic">) {
  const selection = await selected(scope, query);
  return atOneInstant(async (client) => {
    const counts = await countBy(client, selection, grouping);
    const spreads = await spreadBy(client, selection, "first", grouping);
    return bySize([...counts]).map(([key, found]) => ({ ...talliedOf(found), key, first: spreads.get(key) ?? NO_SPREAD }));
  });
}

function emptyRow(key: string): Tallied & { key: string; first: Spread } {
  return { ...talliedOf(undefined), key, first: NO_SPREAD };
}

function talliedOf(counts: Counts = noCounts()): Tallied {
  return { counts, rates: ratesOf(counts) };
}

function bySize(counts: [string, Counts][]): [string, Counts][] {
  return counts
    .filter(([, found]) => Object.values(found).some((count) => count > 0))
    .sort(([key, one], [otherKey, other]) => other.opened - one.opened || (key < otherKey ? -1 : 1));
}

function daysIn({ period }: Selection): string[] {
  return Array.from({ length: daysOf(period) }, (_, index) => daysLater(period.from, index));
}
