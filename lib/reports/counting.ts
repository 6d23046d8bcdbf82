import type pg from "pg";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { Prisma } from "@/prisma/generated/client";
import { noCounts } from "./rates";
import type { Counts } from "./results";
import { DUTY_MEASURES, MEASURES, QUESTION_MEASURES } from "./rules";
import { aroundDays, column, daysOfFacts, filtersOf, idsOf, rowsOf, type Selection } from "./selection";
import { type Span, spanRows, spansOf } from "./spans";

/** By what numbers stand in rows; `none`: all in one, under the key all. */
export type Grouping = "none" | "day" | "hour" | "officer" | "account" | "kind" | "topic" | "cluster" | "reason" | "score";
/** Which sums answer a selection, and whose of them; null: none do, the facts themselves are counted. */
export type Cut = { cut: string; member: string | null };

const OWN_CUTS: Partial<Record<Grouping, string>> = {
  ...{ hour: "hour", officer: "officer", topic: "topic", cluster: "cluster", reason: "reason", score: "score" },
};
const ALL = noCounts();
const TALLIED = MEASURES.map((measure) => `sum(span.sign * t."${measure}")::int AS "${measure}"`).join(", ");
const COUNTED = {
  QuestionFact: QUESTION_MEASURES.map((measure) =>
    measure === "opened" ? "count(*)::int AS opened" : `count(*) FILTER (WHERE f."${measure}")::int AS "${measure}"`,
  ).join(", "),
  DutyFact: DUTY_MEASURES.map((measure) => `count(*) FILTER (WHERE f."${measure}")::int AS "${measure}"`).join(", "),
};
type Row = { key: string } & Partial<Counts>;

/** Every count of a selection, by key: an id (`none` for nobody's), a day, weekday × 100 + hour, a kind, a reason, a score. `of`: of these keys alone. */
export async function countBy(
  client: pg.ClientBase,
  selection: Selection,
  grouping: Grouping,
  of?: readonly string[],
): Promise<Map<string, Counts>> {
  const cut = cutFor(selection, grouping);
  const rows = cut ? await tallied(client, selection, grouping, cut, of) : await counted(client, selection, grouping);
  const counts = new Map<string, Counts>();
  for (const { key, ...found } of rows) counts.set(key, { ...(counts.get(key) ?? ALL), ...found });
  return counts;
}

/** The cut that holds exactly the sums of a selection, whatever its kind and hours. */
export function cutFor(selection: Selection, grouping: Grouping): Cut | null {
  const { officer, topic, cluster, weekday, hour, reason } = selection;
  const asked = Object.entries({ officer, topic, cluster, reason }).filter(([, member]) => member !== undefined);
  const isHour = weekday !== undefined && hour !== undefined;
  const wanted = [...asked.map(([cut]) => cut), ...(isHour ? ["hour"] : []), ...(OWN_CUTS[grouping] ? [OWN_CUTS[grouping]] : [])];
  const cut = wanted[0] ?? "all";
  if (new Set(wanted).size > 1 || (!isHour && (weekday !== undefined || hour !== undefined))) return null;
  if (cut === "cluster" && cluster === "none") return null;
  if (cut === "all") return { cut, member: "" };
  return { cut, member: isHour ? String(weekday * 100 + hour) : (asked[0]?.[1] ?? null) };
}

/**
 * The sums of a cut over some spans, under the names `span` and `t`. `of`: of these members. Each span is looked up by itself: a plan that
 * joins them all at once reads every sum there is.
 */
export function tallies(
  selection: Selection,
  { cut, member }: Cut,
  spans: readonly Span[],
  by?: Grouping,
  of?: readonly string[],
): Prisma.Sql {
  const { kind, outside } = selection;
  const isAny = !kind && !outside && by !== "kind";
  const members = of ?? (member === null ? null : [member]);
  return Prisma.sql`${spanRows(spans)} CROSS JOIN unnest(${idsOf(selection)}) account(id)
    CROSS JOIN LATERAL (SELECT * FROM "Tally" sums WHERE sums."accountId" = account.id AND sums.cut = ${cut}
      AND sums.kind = ANY(${isAny ? ["any"] : kind ? [kind] : [...QUESTION_KINDS]}) AND sums.outside = ANY(${isAny ? ["any"] : outside ? [outside] : ["in", "out"]})
      AND sums.monthly = span.monthly AND sums.start BETWEEN span.first AND span.last
      ${members ? Prisma.sql`AND sums.member = ANY(${[...members]})` : Prisma.empty} OFFSET 0) t`;
}

async function tallied(client: pg.ClientBase, selection: Selection, grouping: Grouping, cut: Cut, of?: readonly string[]): Promise<Row[]> {
  const { from, to } = selection.period;
  const spans: Span[] = grouping === "day" ? [{ sign: 1, monthly: false, first: from, last: to }] : spansOf(selection.period);
  const own: Partial<Record<Grouping, string>> = {
    none: "'all'",
    day: "t.start::text",
    account: `t."accountId"::text`,
    kind: "t.kind",
  };
  const key = Prisma.raw(own[grouping] ?? "t.member");
  return rowsOf<Row>(
    client,
    Prisma.sql`SELECT ${key} AS key, ${Prisma.raw(TALLIED)} FROM ${tallies(selection, cut, spans, grouping, of)} GROUP BY 1`,
  );
}

async function counted(client: pg.ClientBase, selection: Selection, grouping: Grouping): Promise<Row[]> {
  const questions = await countFacts(client, "QuestionFact", selection, grouping);
  return grouping === "score" ? questions : [...questions, ...(await countFacts(client, "DutyFact", selection, grouping))];
}

async function countFacts(client: pg.ClientBase, table: "QuestionFact" | "DutyFact", selection: Selection, grouping: Grouping) {
  const key = keyOf(grouping);
  return rowsOf<Row>(
    client,
    Prisma.sql`SELECT ${key} AS key, ${Prisma.raw(COUNTED[table])} FROM ${column(table)} f
      WHERE f."accountId" = ANY(${idsOf(selection)}) AND ${daysOfFacts(selection)}
        AND ${aroundDays(selection, table === "DutyFact" ? "at" : "openedAt")} AND ${filtersOf(selection)} AND ${key} IS NOT NULL GROUP BY 1`,
  );
}

/** As the cut of a grouping names its members. */
export function keyOf(grouping: Grouping): Prisma.Sql {
  const keys: Record<Grouping, string> = {
    ...{ none: "'all'::text", day: "f.day::text", hour: "(f.weekday * 100 + f.hour)::text", account: `f."accountId"::text` },
    ...{ officer: `COALESCE(f."officerId"::text, 'none')`, kind: "f.kind::text", topic: `COALESCE(f."topicId"::text, 'none')` },
    ...{ cluster: `f."clusterId"::text`, reason: `f."lateReason"`, score: "f.score" },
  };
  return Prisma.raw(keys[grouping]);
}
