import type { Notice } from "@/lib/intake/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import type { QueueCounts, QueueQuery } from "@/lib/questions/rules";
import { isListed } from "@/lib/questions/views";
import type { ThreadMessage } from "@/lib/threads/queries";
import { firstGroups, type Groups, type GroupsRead, withGroups } from "./groups";
import type { Change, OpenThread, QueueRead, Snapshot } from "./readings";
import { type ReplyOutcome, withOutcomes } from "./reply-outcomes";
import { threadWithChange, union, withNewer, withOpened } from "./store-merge";
import { asWanted, inNewOrder, lately, later, withPage, withRows } from "./store-rows";
import { type Topics, withTopics } from "./topics";

export type InboxState = {
  officerId: string;
  /** What `rows` are the answer to. */
  query: QueueQuery;
  /** What was asked for in its place and has not come yet, or did not come. */
  asked: { query: QueueQuery; failed: boolean } | null;
  /** Shown, in this order, until the officer asks for another one: nothing moves under the pointer. */
  rows: QuestionRow[];
  /** What waits behind the bar: new rows, and shown ones that have become urgent since they were put in order. */
  arrived: QuestionRow[];
  /** Questions that this officer has just brought back: they take their place without waiting. */
  wanted: ReadonlySet<string>;
  nextCursor: string | null;
  counts: QueueCounts;
  notices: Notice[];
  topics: Topics;
  groups: Groups;
  open: OpenThread | null;
  /** A thread that was asked for and is not there for this officer. */
  missingId: string | null;
  /** What has become of this officer's own replies, by reply, since the screen was opened: to be said aloud. */
  outcomes: ReadonlyMap<string, ReplyOutcome>;
  /** When the server read each row and bubble, of late: an older reading never overwrites a newer one. */
  readAt: ReadonlyMap<string, number>;
};

export type InboxAction =
  | { type: "loaded"; snapshot: Snapshot }
  | { type: "changed"; change: Change }
  | { type: "queueAsked"; query: QueueQuery }
  | { type: "queueFailed"; query: QueueQuery }
  | { type: "queueRead"; read: QueueRead }
  | { type: "pageLoaded"; read: QueueRead }
  | { type: "topRead"; read: QueueRead }
  | { type: "arrivedShown"; now: Date }
  | { type: "endedLeft"; now: Date; threadId: string | null }
  | { type: "broughtBack"; ids: readonly string[] }
  | { type: "countsLoaded"; counts: QueueCounts; notices: Notice[] }
  | { type: "groupsRead"; read: GroupsRead }
  | { type: "looked"; clusterId: string; arrivals: number }
  | { type: "threadOpened"; readAt: Date; threadId: string; open: OpenThread | null }
  | { type: "versionTold"; threadId: string; version: number }
  | { type: "earlierLoaded"; threadId: string; messages: ThreadMessage[]; hasEarlier: boolean };

/** The inbox as the server rendered it. */
export function initialState(officerId: string, snapshot: Snapshot): InboxState {
  const { query, page, counts, notices, topics, open } = snapshot;
  const nothing = { asked: null, arrived: [], wanted: new Set<string>(), missingId: null, outcomes: new Map(), readAt: new Map() };
  return {
    officerId,
    query,
    rows: page.rows,
    nextCursor: page.nextCursor,
    counts,
    notices,
    topics: withTopics(new Map(), topics),
    open,
    groups: firstGroups(snapshot),
    ...nothing,
  };
}

/** What happens to the inbox when something is read, told or asked for. Pure. */
export function inboxReducer(state: InboxState, action: InboxAction): InboxState {
  switch (action.type) {
    case "loaded":
      return loaded(state, action.snapshot);
    case "changed":
      return changed(state, action.change);
    case "queueAsked":
      return { ...state, asked: { query: action.query, failed: false } };
    case "queueFailed":
      return state.asked?.query === action.query ? { ...state, asked: { ...state.asked, failed: true } } : state;
    case "queueRead":
      return state.asked?.query === action.read.query ? queueRead(state, action.read) : state;
    case "pageLoaded":
      return action.read.query === state.query ? withPage(state, action.read) : state;
    // Clocks move questions into a view without an event; what the server lists by now comes like what it tells.
    case "topRead":
      return action.read.query === state.query
        ? withRows(state, later(state, action.read.page.rows, action.read.readAt).fresh, action.read.readAt)
        : state;
    case "arrivedShown":
      return inNewOrder(state, action.now);
    case "endedLeft": {
      const stays = (row: QuestionRow) => row.threadId === action.threadId || isListed(state.query, row, state.officerId, action.now);
      return state.rows.every(stays) ? state : { ...state, rows: state.rows.filter(stays) };
    }
    case "broughtBack":
      return asWanted(state, action.ids);
    case "countsLoaded":
      return isOlder(action, state) ? state : { ...state, counts: action.counts, notices: action.notices };
    case "groupsRead":
      return withClusters(state, action.read);
    case "looked":
      return { ...state, groups: withGroups(state.groups, { looks: { [action.clusterId]: action.arrivals } }) };
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

/** Everything read anew; what the feed told since that reading is told again. */
function loaded(state: InboxState, snapshot: Snapshot): InboxState {
  const { counts, notices } = isOlder(snapshot, state) ? state : snapshot;
  const base = withClusters({ ...state, counts, notices, topics: withTopics(state.topics, snapshot.topics), asked: null }, snapshot);
  const opened = snapshot.open ? withOpened(base, snapshot.open, snapshot.readAt.getTime()) : base;
  return queueRead(opened, snapshot);
}

/** Of two readings that overlap the first one may come last. */
function isOlder(read: { counts: QueueCounts }, { counts }: InboxState): boolean {
  return read.counts.readAt < counts.readAt;
}

function queueRead(state: InboxState, { query, page, readAt }: QueueRead): InboxState {
  const known = union(union(state.rows, state.arrived), state.open?.questions ?? []);
  const base = { ...state, query, rows: page.rows, arrived: [], nextCursor: page.nextCursor, asked: null };
  return withRows(base, later(state, known, readAt).told, readAt);
}

function changed(state: InboxState, change: Change): InboxState {
  const at = change.now.getTime();
  const fresh = <Row extends { id: string }>(rows: Row[]) => rows.filter(({ id }) => (state.readAt.get(id) ?? 0) <= at);
  const [questions, messages] = [fresh(change.questions), fresh(change.messages)];
  const [clusters, answers] = [fresh(change.clusters), fresh(change.groupAnswers)];
  const readAt = lately(state.readAt, [...questions, ...messages, ...clusters, ...answers], at);
  const groups = withGroups(state.groups, { clusters, answers });
  const notices = change.notices ?? state.notices;
  const topics = withTopics(state.topics, change.topics);
  const told = { ...state, readAt, groups, outcomes: withOutcomes(state, messages), notices, topics };
  const next = withRows(told, questions, change.now);
  const open = next.open && threadWithChange(next.open, { ...change, questions, messages });
  return open === next.open ? next : { ...next, open };
}

/** Clusters as they were read; what the feed has told since stays. */
function withClusters(state: InboxState, { clusters, looks, readAt }: GroupsRead): InboxState {
  return { ...state, groups: withGroups(state.groups, { clusters: later(state, clusters, readAt).fresh, looks }) };
}

function versionTold(state: InboxState, threadId: string, version: number): InboxState {
  if (state.open?.view.id !== threadId || version <= state.open.view.version) return state;
  return { ...state, open: { ...state.open, view: { ...state.open.view, version } } };
}
