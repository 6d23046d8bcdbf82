import { belongs, inOrder, isBefore, isUrgent } from "@/app/(officer)/inbox/queue/queue-order";
import type { Notice } from "@/lib/intake/queries";
import type { QuestionRow, QueueCounts, QueuePage, QueueView } from "@/lib/questions/queries";
import type { ThreadHead, ThreadMessage, ThreadView } from "@/lib/threads/queries";
import { type ReplyOutcome, withOutcomes } from "./reply-outcomes";
import { replaced, union, withNewer, withOpened } from "./store-merge";

export type OpenThread = { view: ThreadView /** Of this thread, newest first. */; questions: QuestionRow[] };
/** Rows and bubbles as the feed tells them; `now` is when the server read them. */
export type Change = { now: Date; questions: QuestionRow[]; threads: ThreadHead[]; messages: ThreadMessage[]; notices: Notice[] | null };
export type Snapshot = { readAt: Date; view: QueueView; page: QueuePage; counts: QueueCounts; notices: Notice[]; open: OpenThread | null };

export type InboxState = {
  officerId: string;
  view: QueueView;
  /** Shown, in this order, until the officer asks for another one: nothing moves under the pointer. */
  rows: QuestionRow[];
  /** What waits behind the bar: new rows, and shown ones that have become urgent since they were put in order. */
  arrived: QuestionRow[];
  nextCursor: string | null;
  counts: QueueCounts;
  notices: Notice[];
  open: OpenThread | null;
  /** A thread that was asked for and is not there for this officer. */
  missingId: string | null;
  /** What has become of this officer's own replies, by reply, since the screen was opened: to be said aloud. */
  outcomes: ReadonlyMap<string, ReplyOutcome>;
  /** When the server read each row and bubble: an older reading never overwrites a newer one. */
  readAt: ReadonlyMap<string, number>;
};

export type InboxAction =
  | { type: "loaded"; snapshot: Snapshot }
  | { type: "changed"; change: Change }
  | { type: "pageLoaded"; readAt: Date; view: QueueView; page: QueuePage }
  | { type: "arrivedShown" }
  | { type: "countsLoaded"; counts: QueueCounts; notices: Notice[] }
  | { type: "threadOpened"; readAt: Date; threadId: string; open: OpenThread | null }
  | { type: "versionTold"; threadId: string; version: number }
  | { type: "earlierLoaded"; threadId: string; messages: ThreadMessage[]; hasEarlier: boolean };

/** The inbox as the server rendered it. */
export function initialState(officerId: string, snapshot: Snapshot): InboxState {
  const { view, page, counts, notices, open } = snapshot;
  return {
    officerId,
    view,
    rows: page.rows,
    arrived: [],
    nextCursor: page.nextCursor,
    counts,
    notices,
    open,
    missingId: null,
    outcomes: new Map(),
    readAt: new Map(),
  };
}

/** What happens to the inbox when something is read, told or asked for. Pure. */
export function inboxReducer(state: InboxState, action: InboxAction): InboxState {
  switch (action.type) {
    case "loaded":
      return loaded(state, action.snapshot);
    case "changed":
      return changed(state, action.change);
    case "pageLoaded":
      return action.view === state.view ? pageLoaded(state, action.page, action.readAt.getTime()) : state;
    case "arrivedShown": {
      const rows = union(state.rows, state.arrived).filter((row) => belongs(state.view, row, state.officerId));
      return { ...state, rows: inOrder(state.view, rows), arrived: [] };
    }
    case "countsLoaded":
      return { ...state, counts: action.counts, notices: action.notices };
    case "threadOpened":
      return action.open ? withOpened(state, action.open, action.readAt.getTime()) : { ...state, missingId: action.threadId };
    case "versionTold":
      return versionTold(state, action.threadId, action.version);
    case "earlierLoaded":
      return state.open?.view.id === action.threadId
        ? { ...state, open: withNewer(state.open, { messages: action.messages, questions: [], hasEarlier: action.hasEarlier }) }
        : state;
  }
}

/** A view read anew; what the feed told since that reading is told again. */
function loaded(state: InboxState, snapshot: Snapshot): InboxState {
  const since = snapshot.readAt.getTime();
  const later = <Row extends { id: string }>(rows: readonly Row[]) => rows.filter(({ id }) => (state.readAt.get(id) ?? 0) > since);
  const base: InboxState = {
    ...initialState(state.officerId, { ...snapshot, open: null }),
    open: state.open,
    outcomes: state.outcomes,
    readAt: state.readAt,
  };
  const opened = snapshot.open ? withOpened(base, snapshot.open, since) : base;
  const known = union(union(state.rows, state.arrived), state.open?.questions ?? []);
  return withRows(opened, later(known));
}

function changed(state: InboxState, change: Change): InboxState {
  const at = change.now.getTime();
  const fresh = <Row extends { id: string }>(rows: Row[]) => rows.filter(({ id }) => (state.readAt.get(id) ?? 0) <= at);
  const [questions, messages] = [fresh(change.questions), fresh(change.messages)];
  const readAt = new Map(state.readAt);
  for (const { id } of [...questions, ...messages]) readAt.set(id, at);
  const next = withRows({ ...state, readAt, outcomes: withOutcomes(state, messages), notices: change.notices ?? state.notices }, questions);
  return openChanged(next, { ...change, questions, messages });
}

/**
 * Shown rows change in place; others wait behind the bar, unless their place is further down than the officer has come. A shown
 * row that becomes urgent stays where it is and stands in the bar besides, until it is put on top or is urgent no more.
 */
function withRows(state: InboxState, questions: QuestionRow[]): InboxState {
  const shown = new Map(state.rows.map((row) => [row.id, row]));
  const last = state.nextCursor === null ? null : state.rows.at(-1);
  const others = questions.filter((row) => !shown.has(row.id) && (!last || isBefore(state.view, row, last)));
  const raised = questions.filter((row) => {
    const known = shown.get(row.id);
    return known !== undefined && isUrgent(row) && !isUrgent(known);
  });
  const arrived = union(replaced(state.arrived, questions), [...others, ...raised])
    .filter((row) => belongs(state.view, row, state.officerId))
    .filter((row) => !shown.has(row.id) || isUrgent(row));
  return { ...state, rows: replaced(state.rows, questions), arrived: inOrder(state.view, arrived) };
}

function pageLoaded(state: InboxState, page: QueuePage, at: number): InboxState {
  const older = page.rows.filter(({ id }) => (state.readAt.get(id) ?? 0) > at).map(({ id }) => id);
  const known = new Map(union(state.rows, state.arrived).map((row) => [row.id, row]));
  const rows = page.rows.map((row) => (older.includes(row.id) ? (known.get(row.id) ?? row) : row));
  const paged = new Set(rows.map(({ id }) => id));
  return {
    ...state,
    rows: union(state.rows, rows),
    arrived: state.arrived.filter(({ id }) => !paged.has(id)),
    nextCursor: page.nextCursor,
  };
}

function openChanged(state: InboxState, change: Change): InboxState {
  if (!state.open) return state;
  const { id, version, resident } = state.open.view;
  const head = change.threads.find((thread) => thread.id === id && thread.version >= version);
  const questions = change.questions.filter(({ threadId }) => threadId === id);
  const messages = change.messages.filter(({ threadId }) => threadId === id);
  if (!head && questions.length + messages.length === 0) return state;
  const view = head ? { ...state.open.view, version: head.version, resident: { ...resident, window: head.window } } : state.open.view;
  return { ...state, open: withNewer({ ...state.open, view }, { messages, questions }) };
}

function versionTold(state: InboxState, threadId: string, version: number): InboxState {
  if (state.open?.view.id !== threadId || version <= state.open.view.version) return state;
  return { ...state, open: { ...state.open, view: { ...state.open.view, version } } };
}
