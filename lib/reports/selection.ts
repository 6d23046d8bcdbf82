import type pg from "pg";
import { pool } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import type { QuestionKind } from "@/lib/sla/rules";
import { Prisma } from "@/prisma/generated/client";
import type { Period } from "./rules";
import type { ReportQuery } from "./schema";
import { inTransaction } from "./transaction";

type AccountName = { id: string; slug: string; name: string };
/** What a number is made of: whose questions, of which days, which of them. `weekday`, `hour`, `reason` narrow it to a cell. */
export type Selection = {
  accounts: readonly AccountName[];
  period: Period;
  officer?: string | undefined;
  kind?: QuestionKind | undefined;
  cluster?: string | undefined;
  topic?: string | undefined;
  outside?: "in" | "out" | undefined;
  weekday?: number | undefined;
  hour?: number | undefined;
  reason?: string | undefined;
};

/** The part of a scope that a query asks for: accounts by slug, all of the scope without one. */
export async function selected(scope: Scope, query: ReportQuery): Promise<Selection> {
  const { account: slugs, from, to, officer, kind, cluster, topic, outside } = query;
  const { rows: accounts } = await pool.query<AccountName>(
    `SELECT id, slug, name FROM "OfficialAccount" WHERE id = ANY($1::uuid[]) AND (cardinality($2::text[]) = 0 OR slug = ANY($2)) ORDER BY "createdAt", id`,
    [[...scope.accountIds], slugs],
  );
  return { accounts, period: { from, to }, officer, kind, cluster, topic, outside };
}

/** So many readings at once, of all who read reports: who takes messages in and who answers needs the connections that are left. */
const MOST_AT_ONCE = 6;
const waiting: (() => void)[] = [];
let underway = 0;

/** Everything read in one go is of one instant: no number differs from another because a fact came between them. */
export async function atOneInstant<Result>(read: (client: pg.ClientBase) => Promise<Result>): Promise<Result> {
  if (underway < MOST_AT_ONCE) underway += 1;
  // Whoever is done hands over the place.
  else await new Promise<void>((mayGo) => waiting.push(mayGo));
  try {
    return await inTransaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", read);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underway -= 1;
  }
}

export async function rowsOf<Row extends pg.QueryResultRow>(client: pg.ClientBase, { text, values }: Prisma.Sql): Promise<Row[]> {
  return (await client.query<Row>(text, values)).rows;
}

export const column = (name: string) => Prisma.raw(`"${name}"`);
export const idsOf = ({ accounts }: Selection) => Prisma.sql`${accounts.map(({ id }) => id)}::uuid[]`;

/** Which facts, under the name `f`, belong to a selection, besides accounts and days. */
export function filtersOf({ officer, kind, cluster, topic, outside, weekday, hour, reason }: Selection): Prisma.Sql {
  const conditions = [
    ...ofOne("officerId", officer),
    ...ofOne("clusterId", cluster),
    ...ofOne("topicId", topic),
    ...(kind ? [Prisma.sql`f.kind = ${kind}::"QuestionKind"`] : []),
    ...(outside ? [Prisma.sql`f.outside = ${outside === "out"}`] : []),
    ...(weekday === undefined ? [] : [Prisma.sql`f.weekday = ${weekday}`]),
    ...(hour === undefined ? [] : [Prisma.sql`f.hour = ${hour}`]),
    ...(reason ? [Prisma.sql`f."lateReason" = ${reason}`] : []),
  ];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}

/** Within the days of a selection. */
export function daysOfFacts({ period: { from, to } }: Selection): Prisma.Sql {
  return Prisma.sql`f.day BETWEEN ${from}::date AND ${to}::date`;
}

/**
 * What those days imply of the instant by which a fact has its day, wherever on Earth its account is: said for the sake of indexes, which
 * are in the order of instants.
 */
export function aroundDays({ period: { from, to } }: Selection, instant: "openedAt" | "at"): Prisma.Sql {
  const midnight = (day: string) => Prisma.sql`(${day}::date::timestamp AT TIME ZONE 'UTC')`;
  return Prisma.sql`f.${column(instant)} BETWEEN ${midnight(from)} - interval '1 day' AND ${midnight(to)} + interval '2 days'`;
}

function ofOne(name: string, id: string | undefined): Prisma.Sql[] {
  if (id === undefined) return [];
  return [id === "none" ? Prisma.sql`f.${column(name)} IS NULL` : Prisma.sql`f.${column(name)} = ${id}::uuid`];
}
