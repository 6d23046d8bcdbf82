import type { ThreadNote } from "@/lib/notes/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import type { ThreadHead } from "@/lib/threads/changes";
import type { ThreadMessage } from "@/lib/threads/queries";
import type { Change, OpenThread } from "./readings";
import type { InboxState } from "./store";

/** An open thread with rows, bubbles and notes merged in by id; messages by arrival, questions newest first. */
export function withNewer(
  open: OpenThread,
  newer: {
    messages: readonly ThreadMessage[];
    questions: readonly QuestionRow[];
    notes?: readonly ThreadNote[];
    hasEarlier?: boolean;
  },
): OpenThread {
  const messages = union(open.view.messages, newer.messages).sort((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1));
  const questions = union(open.questions, newer.questions).sort(
    (one, other) => other.openedAt.getTime() - one.openedAt.getTime() || (one.id < other.id ? 1 : -1),
  );
  const notes = newer.notes ? withNotes(open.notes, newer.notes) : open.notes;
  return { ...open, view: { ...open.view, messages, hasEarlier: newer.hasEarlier ?? open.view.hasEarlier }, questions, notes };
}

/** A thread as it was just read. When it is open already, news that came later and pages the officer had scrolled up to stay. */
export function withOpened(state: InboxState, read: OpenThread, readAt: number): InboxState {
  if (state.open?.view.id !== read.view.id) return { ...state, missingId: null, open: read };
  const { view, questions, notes } = state.open;
  const later = ({ id }: { id: string }) => (state.readAt.get(id) ?? 0) > readAt;
  const first = BigInt(read.view.messages[0]?.seq ?? 0);
  const earlier = view.messages.filter(({ seq }) => BigInt(seq) < first);
  const hasEarlier = earlier.length > 0 ? view.hasEarlier : read.view.hasEarlier;
  const fresh = { ...read, view: { ...read.view, version: Math.max(read.view.version, view.version) } };
  const news = { messages: [...earlier, ...view.messages.filter(later)], questions: questions.filter(later), notes };
  const open = withNewer(fresh, { ...news, hasEarlier });
  return { ...state, missingId: null, open };
}

/** A thread with what a change tells of it; the same one when it tells nothing. */
export function threadWithChange(open: OpenThread, change: Change): OpenThread {
  const { id, version, resident } = open.view;
  const head = change.threads.find((thread) => thread.id === id && thread.version >= version);
  const questions = change.questions.filter(({ threadId }) => threadId === id);
  const messages = change.messages.filter(({ threadId }) => threadId === id);
  const notes = change.notes.filter(({ threadId }) => threadId === id);
  if (!head && questions.length + messages.length + notes.length === 0) return open;
  const view = head ? { ...open.view, version: head.version, resident: { ...resident, ...toldOf(head) } } : open.view;
  return withNewer({ ...open, view }, { messages, questions, notes });
}

const toldOf = ({ remark, tags, followedAt, unfollowedAt, window }: ThreadHead) => ({ remark, tags, followedAt, unfollowedAt, window });

/** Notes of both, oldest first; a note that is removed in one of them is removed for good. */
function withNotes(known: readonly ThreadNote[], newer: readonly ThreadNote[]): ThreadNote[] {
  const removed = new Map([...known, ...newer].filter(({ removedAt }) => removedAt).map((note) => [note.id, note]));
  const notes = union(known, newer).map((note) => removed.get(note.id) ?? note);
  return notes.sort((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
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
