import type { QuestionRow } from "@/lib/questions/queries";
import type { QueueCounts, QueueView } from "@/lib/questions/rules";
import type { ThreadMessage, ThreadView } from "@/lib/threads/queries";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import type { Change, OpenThread, Snapshot } from "./readings";

export const eight = new Date("2026-11-23T00:00:00Z");
export const at = (seconds: number) => after(eight, seconds * SECOND);
export const window = { closesAt: at(170_000), remaining: 5 };

/** An open question of its own thread, asked `openedAt` seconds past eight and due ten minutes later. */
export function row(id: string, openedAt: number, more: Partial<QuestionRow> = {}): QuestionRow {
  const words = { firstText: id, firstKind: "text", newestText: id, newestKind: "text", messageCount: 1, earlierCount: 0 };
  const clock = { openedAt: at(openedAt), targetMinutes: 10, dueAt: after(at(openedAt), 10 * MINUTE), firstRepliedAt: null };
  const next = { countedFrom: null, nextMinutes: null, nextCountedFrom: null, nextDueAt: null };
  const answer = { answerMinutes: null, answerDueAt: null, answerPausedMinutes: 0 };
  const promise = { ...answer, waitingSince: null, promisedAt: null, promisedUnit: null, promiseCount: 0 };
  const end = { answeredAt: null, closedAt: null, closeReason: null, closedById: null };
  const triage = { kind: "inquiry" as const, dangerWord: null, dangerDismissedAt: null, snoozedUntil: null };
  const nobody = { assignedTo: null, assignedAt: null, topic: null };
  const resident = { residentId: `r-${id}`, mark: "7F3A", remark: null, window, unfollowedAt: null };
  const group = { clusterId: null, confidence: null, folded: false, offeredId: null, selfServedAt: null };
  const rating = { ratingAskedAt: null, ratedAt: null, ratingScore: null, ratingComment: null };
  const place = { id, number: id, accountId: "a", timeZone: "Asia/Shanghai", threadId: `t-${id}`, threadVersion: 1, replyStatus: null };
  return { ...place, ...resident, ...words, ...clock, ...next, ...promise, ...end, ...triage, ...nobody, ...group, ...rating, ...more };
}

/** A message of the thread "t-1". */
export function bubble(seq: number, more: Partial<ThreadMessage> = {}): ThreadMessage {
  const content = {
    direction: "inbound" as const,
    kind: "text",
    nature: "content",
    text: `第${seq}句`,
    facts: null,
    passiveReply: null,
    media: null,
  };
  return { id: `m${seq}`, threadId: "t-1", seq: String(seq), questionId: "1", at: at(seq), reply: null, ...content, ...more };
}

const resident = {
  id: "r",
  mark: "7F3A",
  remark: null,
  tags: [],
  openid: "o",
  firstSeenAt: eight,
  followedAt: null,
  unfollowedAt: null,
  window,
};

/** The thread "t-1" with one message. */
export function openThread(more: { view?: Partial<ThreadView> } & Partial<Omit<OpenThread, "view">> = {}): OpenThread {
  const view = { id: "t-1", accountId: "a", version: 1, hasEarlier: false, messages: [bubble(1)], resident, ...more.view };
  return { questions: [], notes: [], draft: { readAt: eight, saved: null }, pictures: [], ...more, view };
}

/** What the feed tells, `now` in seconds past eight. */
export function change(now: number, more: Partial<Change> = {}): Change {
  return {
    now: at(now),
    questions: [],
    threads: [],
    messages: [],
    notes: [],
    mentionsRead: [],
    alarms: [],
    notices: null,
    clusters: [],
    groupAnswers: [],
    topics: [],
    ...more,
  };
}

const VIEWS: Record<QueueView, number> = {
  waiting: 0,
  mine: 0,
  promises: 0,
  dueSoon: 0,
  overdue: 0,
  snoozed: 0,
  done: 0,
  asked: 0,
  all: 0,
};
export const noCounts: QueueCounts = { ...VIEWS, late: 0, promisedToday: 0, changesAt: at(86_400), readAt: at(0) };

/** All that the screen begins with: nothing waits. */
export function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    readAt: eight,
    query: { view: "waiting", filter: {}, sort: "urgency" },
    page: { rows: [], nextCursor: null },
    counts: noCounts,
    notices: [],
    open: null,
    drafts: [],
    mentions: [],
    clusters: [],
    looks: {},
    topics: [],
    ...more,
  };
}
