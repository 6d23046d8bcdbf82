import type pg from "pg";
import { Prisma } from "@/prisma/generated/client";
import { cutFor, tallies } from "./counting";
import { filtersOf, idsOf, rowsOf, type Selection } from "./selection";
import { spansBefore } from "./spans";

type Flow = { day: string; opened: number; ended: number };

/** How much was open before a period, and what opened and ended on each of its days. */
export async function backlogOf(client: pg.ClientBase, selection: Selection): Promise<{ before: number; days: Map<string, Flow> }> {
  const { from, to } = selection.period;
  const cut = cutFor(selection, "none");
  // A matter's sums say nothing of when its questions ended.
  const isSummed = cut !== null && ["all", "officer", "topic"].includes(cut.cut);
  const within = { sign: 1, monthly: false, first: from, last: to } as const;
  const [before] = await rowsOf<{ before: number }>(
    client,
    isSummed
      ? Prisma.sql`SELECT COALESCE(sum(span.sign * (t.opened - t.ended)), 0)::int AS before FROM ${tallies(selection, cut, spansBefore(from))}`
      : Prisma.sql`SELECT count(*)::int AS before FROM "QuestionFact" f
          WHERE f."accountId" = ANY(${idsOf(selection)}) AND f.day < ${from}::date AND (f."endedDay" IS NULL OR f."endedDay" >= ${from}::date) AND ${filtersOf(selection)}`,
  );
  const days = await rowsOf<Flow>(
    client,
    isSummed
      ? Prisma.sql`SELECT t.start::text AS day, sum(t.opened)::int AS opened, sum(t.ended)::int AS ended FROM ${tallies(selection, cut, [within])} GROUP BY 1`
      : Prisma.sql`SELECT change.day::text AS day, sum(change.opened)::int AS opened, sum(change.ended)::int AS ended
          FROM "QuestionFact" f CROSS JOIN LATERAL (VALUES (f.day, 1, 0), (f."endedDay", 0, 1)) change(day, opened, ended)
          WHERE f."accountId" = ANY(${idsOf(selection)}) AND change.day BETWEEN ${from}::date AND ${to}::date AND ${filtersOf(selection)} GROUP BY 1`,
  );
  return { before: before?.before ?? 0, days: new Map(days.map((flow) => [flow.day, flow])) };
}
