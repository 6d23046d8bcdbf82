import type { QueueQuery, QueueView } from "./rules";
import type { Viewed } from "./views";

/** What tells whether a question stands under another one of its cluster. */
export type Foldable = Pick<
  Viewed,
  | "answeredAt"
  | "closedAt"
  | "assignedTo"
  | "snoozedUntil"
  | "waitingSince"
  | "firstRepliedAt"
  | "promisedAt"
  | "dangerWord"
  | "dangerDismissedAt"
> & { clusterId: string | null };

/**
 * Views in which like questions are one row. In each of them a question that belongs there has the one it stands under there, too:
 * both wait for the same thing, and that one is owed sooner. In the others single questions are shown.
 */
const FOLDING: readonly QueueView[] = ["waiting", "promises", "overdue", "all"];

/** Whether the queue shows like questions as one row. What asks for a kind or a window asks for single questions. */
export function folds({ view, filter }: QueueQuery): boolean {
  return FOLDING.includes(view) && filter.kind === undefined && filter.window === undefined;
}

/** Under which of its cluster's rows a question stands, or null where it stands by itself: taken up, put off, heard from again, ended. */
export function foldKey(row: Foldable): string | null {
  const { clusterId, assignedTo, snoozedUntil, waitingSince, firstRepliedAt, promisedAt } = row;
  const open = row.answeredAt === null && row.closedAt === null;
  const untouched = assignedTo === null && snoozedUntil === null && waitingSince === null;
  if (!clusterId || !open || !untouched || (firstRepliedAt === null) !== (promisedAt === null)) return null;
  const calm = row.dangerWord === null || row.dangerDismissedAt !== null;
  return `${clusterId} ${calm ? "calm" : "danger"} ${promisedAt === null ? "new" : "promised"}`;
}

/** Rows of which the newer ones stand for others by now: whatever stood in such a place before stands under them. */
export function underNewLeads<Row extends Foldable & { id: string; folded: boolean }>(rows: readonly Row[], newer: readonly Row[]): Row[] {
  const leads = new Map(newer.flatMap((row) => (row.folded ? [] : [[foldKey(row), row.id] as const])));
  return rows.map((row) => {
    const lead = row.folded ? undefined : leads.get(foldKey(row));
    return foldKey(row) === null || lead === undefined || lead === row.id ? row : { ...row, folded: true };
  });
}
