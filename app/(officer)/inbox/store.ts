import type { Notice } from "@/lib/intake/queries";
import type { QuestionRow, QueueCounts, QueuePage, QueueView } from "@/lib/questions/queries";
import type { ThreadHead, ThreadMessage, ThreadView } from "@/lib/threads/queries";
import { belongs, inOrder } from "./queue-order";

export type OpenThread = { view: ThreadView /** Of this thread, newest first. */; questions: QuestionRow[] };
/** Rows and bubbles as the feed tells them; `now` is when the server read them. */
export type Change = { now: Date; questions: QuestionRow[]; threads: ThreadHead[]; messages: ThreadMessage[]; notices: Notice[] | null };
export type Snapshot = { readAt: Date; view: QueueView; page: QueuePage; counts: QueueCounts; notices: Notice[]; open: OpenThread | null };

export type InboxState = {
  officerId: string;
  view: QueueView;
  /** Shown, in this order, until the officer asks for another one: nothing moves under the pointer. */
  rows: QuestionRow[];
  /** New rows that wait behind the bar. */
  arrived: QuestionRow[];
  nextCursor: string | null;
  counts: QueueCounts;
  notices: Notice[];
  open: OpenThread | null;
  /** A thread that was asked for and is not there for this officer. */
  missingId: string | null;
  /** When the server read each row and bubble: an older reading never overwrites a newer one. */
  readAt: ReadonlyMap<string, number>;
};

export type InboxAction =
  | { type: "loaded"; snapshot: Snapshot }
  | { type: "changed"; change: Change }
  | { type: "pageLoaded"; view: QueueView; page: QueuePage }
  | { type: "arrivedShown" }
  | { type: "countsLoaded"; counts: QueueCounts; notices: Notice[] }
  | { type: "threadOpened"; readAt: Date; threadId: string; open: OpenThread | null }
  | { type: "versionTold"; threadId: string; version: number }
  | { type: "earlierLoaded"; threadId: string; messages: ThreadMessage[]; hasEarlier: boolean };

/** The inbox as the server rendered it. */
export function initialState(officerId: string, snapshot: Snapshot): InboxState {
  const empty = { officerId, arrived: [], missingId: null, readAt: new Map() };
  return {
    ...empty,
    view: snapshot.view,
    rows: snapshot.page.rows,
    nextCursor: snapshot.page.nextCursor,
    counts: snapshot.counts,
    notices: snapshot.notices,
    open: snapshot.open,
  };
}

/** What happens to the inbox when something is read, told or asked for. Pure. */
export function inboxReducer(state: InboxState, action: InboxAction): InboxState {
  switch (action.type) {
    case "loaded":
      return initialState(state.officerId, action.snapshot);
    case "changed":
      return changed(state, action.change);
    case "pageLoaded":
      return action.view === state.view
        ? { ...state, rows: union(state.rows, action.page.rows), nextCursor: action.page.nextCursor }
        : state;
    case "arrivedShown":
      return {
        ...state,
        rows: inOrder(state.view, union(state.rows, state.arrived)).filter((row) => belongs(state.view, row, state.officerId)),
        arrived: [],
      };
    case "countsLoaded":
      return { ...state, counts: action.counts, notices: action.notices };
    case "threadOpened":
      return action.open
        ? { ...state, missingId: null, open: keepNewer(state, action.open, action.readAt.getTime()) }
        : { ...state, missingId: action.threadId };
    case "versionTold":
      return versionTold(state, action.threadId, action.version);
    case "earlierLoaded":
      return state.open?.view.id === action.threadId ? withMessages(state, action.messages, { hasEarlier: action.hasEarlier }) : state;
  }
}

function changed(state: InboxState, change: Change): InboxState {
  const at = change.now.getTime();
  const fresh = <Row extends { id: string }>(rows: Row[]) => rows.filter(({ id }) => (state.readAt.get(id) ?? 0) <= at);
  const questions = fresh(change.questions);
  const messages = fresh(change.messages);
  const readAt = new Map(state.readAt);
  for (const { id } of [...questions, ...messages]) readAt.set(id, at);

  const shown = new Set(state.rows.map(({ id }) => id));
  const others = questions.filter(({ id }) => !shown.has(id));
  const arrived = union(state.arrived, others).filter((row) => belongs(state.view, row, state.officerId));
  const next: InboxState = {
    ...state,
    readAt,
    rows: replaced(state.rows, questions),
    arrived: inOrder(state.view, arrived),
    notices: change.notices ?? state.notices,
  };
  return openChanged(next, { ...change, questions, messages });
}

function openChanged(state: InboxState, change: Change): InboxState {
  if (!state.open) return state;
  const { id } = state.open.view;
  const head = change.threads.find((thread) => thread.id === id);
  const questions = change.questions.filter(({ threadId }) => threadId === id);
  const messages = change.messages.filter(({ threadId }) => threadId === id);
  if (!head && questions.length + messages.length === 0) return state;
  const newer = head !== undefined && head.version >= state.open.view.version;
  const view = newer
    ? { ...state.open.view, version: head.version, resident: { ...state.open.view.resident, window: head.window } }
    : state.open.view;
  const merged = union(state.open.questions, questions).sort((one, other) => other.openedAt.getTime() - one.openedAt.getTime());
  return withMessages({ ...state, open: { view, questions: merged } }, messages);
}

function versionTold(state: InboxState, threadId: string, version: number): InboxState {
  if (state.open?.view.id !== threadId || version <= state.open.view.version) return state;
  return { ...state, open: { ...state.open, view: { ...state.open.view, version } } };
}

/** A thread that was read before the feed told something newer about it keeps the newer. */
function keepNewer(state: InboxState, open: OpenThread, readAt: number): OpenThread {
  if (state.open?.view.id !== open.view.id) return open;
  const newer = state.open.view.messages.filter(({ id }) => (state.readAt.get(id) ?? 0) > readAt);
  const questions = state.open.questions.filter(({ id }) => (state.readAt.get(id) ?? 0) > readAt);
  const version = Math.max(open.view.version, state.open.view.version);
  return {
    view: { ...open.view, version, messages: bySeq(union(open.view.messages, newer)) },
    questions: union(open.questions, questions),
  };
}

function withMessages(state: InboxState, messages: ThreadMessage[], more: { hasEarlier?: boolean } = {}): InboxState {
  if (!state.open) return state;
  const { view } = state.open;
  return { ...state, open: { ...state.open, view: { ...view, ...more, messages: bySeq(union(view.messages, messages)) } } };
}

function bySeq(messages: ThreadMessage[]): ThreadMessage[] {
  return messages.sort((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1));
}

function replaced<Row extends { id: string }>(rows: Row[], newer: Row[]): Row[] {
  const byId = new Map(newer.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

function union<Row extends { id: string }>(rows: Row[], newer: Row[]): Row[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...replaced(rows, newer), ...newer.filter(({ id }) => !known.has(id))];
}
