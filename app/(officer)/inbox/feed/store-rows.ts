import { underNewLeads } from "@/lib/questions/folding";
import type { QuestionRow } from "@/lib/questions/queries";
import { inOrder, isBefore, isUrgent } from "@/lib/questions/sorting";
import { isListed } from "@/lib/questions/views";
import { MINUTE } from "@/lib/time/rules";
import type { QueueRead } from "./readings";
import type { InboxState } from "./store";
import { replaced, union } from "./store-merge";

/** No answer of the server is on its way for so long: what was read before needs no comparing any more. */
const LONGEST_READING = MINUTE;

/**
 * Shown rows change in place; others wait behind the bar, unless their place is further down than the officer has come. A shown
 * row that becomes urgent stays where it is and stands in the bar besides, until it is put on top or is urgent no more.
 */
export function withRows(state: InboxState, questions: readonly QuestionRow[], now: Date): InboxState {
  if (questions.length === 0) return state;
  const shown = new Map(state.rows.map((row) => [row.id, row]));
  const last = state.nextCursor === null ? null : state.rows.at(-1);
  const others = questions.filter((row) => !shown.has(row.id) && (!last || isBefore(state.query, row, last)));
  const raised = questions.filter((row) => {
    const known = shown.get(row.id);
    return known !== undefined && isUrgent(row) && !isUrgent(known);
  });
  const arrived = underNewLeads(union(replaced(state.arrived, questions), [...others, ...raised]), questions)
    .filter((row) => isListed(state.query, row, state.officerId, now))
    .filter((row) => !shown.has(row.id) || isUrgent(row));
  return takeWanted({ ...state, rows: underNewLeads(replaced(state.rows, questions), questions), arrived });
}

/** All that is shown and behind the bar in the order of the query, without what has its place there no more. */
export function inNewOrder(state: InboxState, now: Date): InboxState {
  const rows = union(state.rows, state.arrived).filter((row) => isListed(state.query, row, state.officerId, now));
  return { ...state, rows: inOrder(state.query, rows), arrived: [] };
}

/** The next page below the shown rows. */
export function withPage(state: InboxState, { page, readAt }: QueueRead): InboxState {
  const known = new Map(union(state.rows, state.arrived).map((row) => [row.id, row]));
  const newer = new Set(later(state, page.rows, readAt).told.map(({ id }) => id));
  const rows = page.rows.map((row) => (newer.has(row.id) ? (known.get(row.id) ?? row) : row));
  const paged = new Set(rows.map(({ id }) => id));
  return {
    ...state,
    rows: union(state.rows, rows),
    arrived: state.arrived.filter(({ id }) => !paged.has(id)),
    nextCursor: page.nextCursor,
  };
}

/** Questions that the officer has brought back: as soon as they are told they take their place. */
export function asWanted(state: InboxState, ids: readonly string[]): InboxState {
  return takeWanted({ ...state, wanted: new Set(ids) });
}

/** Rows of which the feed has told since a reading, and those of which it has not. */
export function later<Row extends { id: string }>(state: InboxState, rows: readonly Row[], readAt: Date): { told: Row[]; fresh: Row[] } {
  const isTold = ({ id }: Row) => (state.readAt.get(id) ?? 0) > readAt.getTime();
  return { told: rows.filter(isTold), fresh: rows.filter((row) => !isTold(row)) };
}

/** When each row and bubble was read, the latest last, with those read just now; old readings are forgotten, or the list would grow all day. */
export function lately(readAt: ReadonlyMap<string, number>, read: readonly { id: string }[], at: number): ReadonlyMap<string, number> {
  if (read.length === 0) return readAt;
  const known = new Map(readAt);
  for (const { id } of read) {
    known.delete(id);
    known.set(id, at);
  }
  for (const [id, when] of known) {
    if (when > at - LONGEST_READING) break;
    known.delete(id);
  }
  return known;
}

function takeWanted(state: InboxState): InboxState {
  const { wanted, arrived, rows } = state;
  const back = arrived.filter(({ id }) => wanted.has(id));
  if (back.length === 0) return state;
  const shown = new Set(rows.map(({ id }) => id));
  const placed = back.filter(({ id }) => !shown.has(id)).reduce((all, row) => inserted(state, all, row), rows);
  return { ...state, rows: placed, arrived: arrived.filter(({ id }) => !wanted.has(id)) };
}

/** Before the first row that has its place behind it; the others stay as they are. */
function inserted({ query }: InboxState, rows: QuestionRow[], row: QuestionRow): QuestionRow[] {
  const at = rows.findIndex((other) => isBefore(query, row, other));
  return at < 0 ? [...rows, row] : [...rows.slice(0, at), row, ...rows.slice(at)];
}
