import type pg from "pg";
import { Prisma } from "@/prisma/generated/client";
import { type Cut, cutFor, tallies } from "./counting";
import { daysOf } from "./rules";
import { idsOf, rowsOf, type Selection } from "./selection";
import { spansOf } from "./spans";

type Total = { member: string; opened: number; isWhole: boolean };

/** In so long a period the largest of all times are likely to lie; in a shorter one there are few sums to go through. */
const LONG = 60;
/** How many times as many of those are looked at, one after the other, before all sums of the period are. */
const PAGES = [4, 16];

/** The clusters of which most questions opened in a selection; of equally large ones any. Undefined where sums do not tell them. */
export async function largestClusters(client: pg.ClientBase, selection: Selection, most: number): Promise<string[] | undefined> {
  const cut = cutFor(selection, "cluster");
  if (!cut) return undefined;
  for (const times of cut.member === null && daysOf(selection.period) >= LONG ? PAGES : []) {
    const found = await amongTotals(client, selection, cut, most, most * times);
    if (found) return found;
  }
  return (await openedBy(client, selection, cut)).slice(0, most).map(({ member }) => member);
}

/** Looks among those that are largest of all times: what is not among them has no more in the selection than the last has in all. */
async function amongTotals(client: pg.ClientBase, selection: Selection, cut: Cut, most: number, size: number): Promise<string[] | null> {
  const totals = await largestTotals(client, selection, size);
  const ofAllKinds = !selection.kind && !selection.outside;
  const unsure = totals.filter(({ isWhole }) => !isWhole || !ofAllKinds).map(({ member }) => member);
  const sums = unsure.length === 0 ? [] : await openedBy(client, selection, cut, unsure);
  const sure = ofAllKinds ? totals.filter(({ isWhole }) => isWhole) : [];
  const found = [...sure, ...sums].filter(({ opened }) => opened > 0).sort((one, other) => other.opened - one.opened);
  const isComplete = totals.length < size || (found[most - 1]?.opened ?? 0) >= (totals.at(-1)?.opened ?? 0);
  return isComplete ? found.slice(0, most).map(({ member }) => member) : null;
}

async function largestTotals(client: pg.ClientBase, selection: Selection, size: number): Promise<Total[]> {
  const { from, to } = selection.period;
  return rowsOf<Total>(
    client,
    Prisma.sql`SELECT t."clusterId"::text AS member, t.opened, t."firstDay" >= ${from}::date AND t."lastDay" <= ${to}::date AS "isWhole"
      FROM unnest(${idsOf(selection)}) account(id)
      CROSS JOIN LATERAL (SELECT * FROM "ClusterTotal" c WHERE c."accountId" = account.id AND c.opened > 0
        AND c."firstDay" <= ${to}::date AND c."lastDay" >= ${from}::date ORDER BY c.opened DESC, c."clusterId" DESC LIMIT ${size}) t
      ORDER BY t.opened DESC, 1 LIMIT ${size}`,
  );
}

/** How many opened in a selection, by cluster, the most first. `of`: of these alone. */
async function openedBy(client: pg.ClientBase, selection: Selection, cut: Cut, of?: readonly string[]) {
  return rowsOf<{ member: string; opened: number }>(
    client,
    Prisma.sql`SELECT t.member, sum(span.sign * t.opened)::int AS opened FROM ${tallies(selection, cut, spansOf(selection.period), "cluster", of)}
      GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}
