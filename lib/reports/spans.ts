import { daysLater } from "@/lib/time/zones";
import { Prisma } from "@/prisma/generated/client";
import type { Period } from "./rules";

/** A run of sums: days, or whole months by their first day; both ends included. */
export type Span = { monthly: boolean; first: string; last: string };

/** A period as few sums: its whole months, and the days before and after them. */
export function spansOf({ from, to }: Period): Span[] {
  const first = from.endsWith("-01") ? from : monthAfter(from);
  const end = daysLater(to, 1);
  const last = `${end.slice(0, 7)}-01`;
  if (first >= last) return [{ monthly: false, first: from, last: to }];
  return [
    ...(from < first ? [{ monthly: false, first: from, last: daysLater(first, -1) }] : []),
    { monthly: true, first, last: monthBefore(last) },
    ...(last <= to ? [{ monthly: false, first: last, last: to }] : []),
  ];
}

/** All before a day. */
export function spansBefore(day: string): Span[] {
  const month = `${day.slice(0, 7)}-01`;
  const months = { monthly: true, first: "-infinity", last: monthBefore(month) };
  return day === month ? [months] : [months, { monthly: false, first: month, last: daysLater(day, -1) }];
}

/** The spans as rows named `span`, for a join. */
export function spanRows(spans: readonly Span[]): Prisma.Sql {
  const rows = spans.map(({ monthly, first, last }) => Prisma.sql`(${monthly}::boolean, ${first}::date, ${last}::date)`);
  return Prisma.sql`(VALUES ${Prisma.join(rows)}) span(monthly, first, last)`;
}

function monthAfter(day: string): string {
  return `${daysLater(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}

function monthBefore(month: string): string {
  return `${daysLater(month, -1).slice(0, 7)}-01`;
}
