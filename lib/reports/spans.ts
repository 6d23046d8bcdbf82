import { daysLater } from "@/lib/time/zones";
import { Prisma } from "@/prisma/generated/client";
import { daysOf, type Period } from "./rules";

/** A run of sums: days, or whole months by their first day; both ends included. `sign` -1: to be taken away. */
export type Span = { sign: 1 | -1; monthly: boolean; first: string; last: string };

/** A period as few sums: whole months, and the days that these lack or have too much at either end. */
export function spansOf({ from, to }: Period): Span[] {
  const end = daysLater(to, 1);
  const [first, last] = [nearestMonth(from), nearestMonth(end)];
  if (first >= last) return [{ sign: 1, monthly: false, first: from, last: to }];
  return [
    ...daysBetween(from, first, 1),
    ...daysBetween(first, from, -1),
    { sign: 1, monthly: true, first, last: monthBefore(last) },
    ...daysBetween(end, last, -1),
    ...daysBetween(last, end, 1),
  ];
}

/** All before a day. */
export function spansBefore(day: string): Span[] {
  const month = monthOf(day);
  return [{ sign: 1, monthly: true, first: "-infinity", last: monthBefore(month) }, ...daysBetween(month, day, 1)];
}

/** The spans as rows named `span`, for a join. */
export function spanRows(spans: readonly Span[]): Prisma.Sql {
  const rows = spans.map(
    ({ sign, monthly, first, last }) => Prisma.sql`(${sign}::int, ${monthly}::boolean, ${first}::date, ${last}::date)`,
  );
  return Prisma.sql`(VALUES ${Prisma.join(rows)}) span(sign, monthly, first, last)`;
}

function daysBetween(first: string, end: string, sign: Span["sign"]): Span[] {
  return first < end ? [{ sign, monthly: false, first, last: daysLater(end, -1) }] : [];
}

/** The first of the month that is fewest days away. */
function nearestMonth(day: string): string {
  const [before, behind] = [monthOf(day), monthOf(daysLater(monthOf(day), 31))];
  return daysOf({ from: before, to: day }) <= daysOf({ from: day, to: behind }) ? before : behind;
}

function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function monthBefore(month: string): string {
  return monthOf(daysLater(month, -1));
}
