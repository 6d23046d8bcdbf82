import { dutyOf, QUESTION_KINDS } from "@/lib/sla/rules";
import { isDanger, type QueueQuery, statusOf } from "./rules";
import type { Viewed } from "./views";

type Sorted = Viewed & { id: string };
/** A group, whether no danger stands in it, an instant in milliseconds, and the id: the same keys as in order.ts. */
type Place = readonly [string, number, number, string];

/** Rows in the order of a query, as the database puts them. */
export function inOrder<Row extends Sorted>(query: QueueQuery, rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => order(query, one, other));
}

/** Whether a row's place in the queue is before another one's. */
export function isBefore(query: QueueQuery, row: Sorted, other: Sorted): boolean {
  return order(query, row, other) < 0;
}

/** Whether a row stands above every clock: it names a danger, nobody has said 非紧急, and it is open. */
export function isUrgent(row: Pick<Viewed, "dangerWord" | "dangerDismissedAt" | "answeredAt" | "closedAt">): boolean {
  return isDanger(row) && statusOf(row) === "open";
}

function order(query: QueueQuery, one: Sorted, other: Sorted): number {
  const [places, others] = [placeOf(query, one), placeOf(query, other)];
  for (const [index, place] of places.entries()) {
    const against = others[index] ?? place;
    if (place !== against) return place < against === (query.sort !== "newest") ? -1 : 1;
  }
  return 0;
}

function placeOf({ view, sort }: QueueQuery, row: Sorted): Place {
  const calm = isUrgent(row) ? 0 : 1;
  const actBy = dutyOf(row, row.window.closesAt).at?.getTime() ?? Number.POSITIVE_INFINITY;
  switch (sort) {
    case "urgency":
      return ["", calm, actBy, row.id];
    case "newest":
    case "oldest":
      return ["", 0, (view === "done" ? (row.answeredAt ?? row.closedAt) : row.openedAt)?.getTime() ?? 0, row.id];
    case "account":
      return [row.accountId, calm, actBy, row.id];
    case "kind":
      return [String(QUESTION_KINDS.indexOf(row.kind)), calm, actBy, row.id];
    case "assignee":
      return [row.assignedTo?.id ?? "", calm, actBy, row.id];
    case "window":
      return ["", 0, row.window.closesAt?.getTime() ?? Number.POSITIVE_INFINITY, row.id];
  }
}
