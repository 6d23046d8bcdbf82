import type { QuestionRow } from "@/lib/questions/queries";
import type { ThreadMessage } from "@/lib/threads/queries";
import type { InboxState, OpenThread } from "./store";

/** An open thread with rows and bubbles merged in by id; messages by arrival, questions newest first. */
export function withNewer(
  open: OpenThread,
  newer: { messages: readonly ThreadMessage[]; questions: readonly QuestionRow[]; hasEarlier?: boolean },
): OpenThread {
  const messages = union(open.view.messages, newer.messages).sort((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1));
  const questions = union(open.questions, newer.questions).sort((one, other) => other.openedAt.getTime() - one.openedAt.getTime());
  return { view: { ...open.view, messages, hasEarlier: newer.hasEarlier ?? open.view.hasEarlier }, questions };
}

/** A thread as it was just read. When it is open already, news that came later and pages the officer had scrolled up to stay. */
export function withOpened(state: InboxState, read: OpenThread, readAt: number): InboxState {
  if (state.open?.view.id !== read.view.id) return { ...state, missingId: null, open: read };
  const { view, questions } = state.open;
  const later = ({ id }: { id: string }) => (state.readAt.get(id) ?? 0) > readAt;
  const first = BigInt(read.view.messages[0]?.seq ?? 0);
  const earlier = view.messages.filter(({ seq }) => BigInt(seq) < first);
  const hasEarlier = earlier.length > 0 ? view.hasEarlier : read.view.hasEarlier;
  const fresh = { ...read, view: { ...read.view, version: Math.max(read.view.version, view.version) } };
  const open = withNewer(fresh, { messages: [...earlier, ...view.messages.filter(later)], questions: questions.filter(later), hasEarlier });
  return { ...state, missingId: null, open };
}

/** The rows, those that are told anew in their new form. */
export function replaced<Row extends { id: string }>(rows: readonly Row[], newer: readonly Row[]): Row[] {
  const byId = new Map(newer.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

/** The rows, those that are told anew in their new form, and behind them the ones that were not there. */
export function union<Row extends { id: string }>(rows: readonly Row[], newer: readonly Row[]): Row[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...replaced(rows, newer), ...newer.filter(({ id }) => !known.has(id))];
}
