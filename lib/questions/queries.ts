import { narrowed, type Scope } from "@/lib/officers/scope";
import type { QuestionKind, ResponseClock } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { FOLDED, filterCondition, leadsOf, viewConditions, windowClosesAt } from "./conditions";
import { folds } from "./folding";
import { BEHIND_URGENCY, BY_END, BY_ID, BY_URGENCY, NEWEST_FIRST, OPEN, orderOf } from "./order";
import { selectPage, selectRows } from "./rows";
import type { CloseReason, QuestionStatus, QueueQuery } from "./rules";

/** One row of the queue: everything the officer sees of a question before opening it. Instants become strings on the wire; see reviveInstants. */
export type QuestionRow = ResponseClock & {
  id: string;
  /** 编号: what an officer tells a resident. */
  number: string;
  accountId: string;
  /** By which its account goes now. */
  timeZone: string;
  threadId: string;
  /** Rises with every message and reply of the thread; an action says with it what its officer has seen. */
  threadVersion: number;
  residentId: string;
  mark: string;
  remark: string | null;
  kind: QuestionKind;
  /** First and newest words of the resident in this question; for a message without words its kind says more. What a standing answer was given to is none of them. */
  firstText: string;
  firstKind: string;
  newestText: string;
  newestKind: string;
  messageCount: number;
  /** Questions of this resident before this one. */
  earlierCount: number;
  dangerWord: string | null;
  dangerDismissedAt: Date | null;
  promisedUnit: string | null;
  promiseCount: number;
  snoozedUntil: Date | null;
  closeReason: CloseReason | null;
  closedById: string | null;
  assignedTo: { id: string; name: string } | null;
  assignedAt: Date | null;
  /** What it is about, where an officer said so; an archived one, too. */
  topic: { id: string; name: string } | null;
  /** The newest reply of the thread, while it is on its way or went wrong. */
  replyStatus: "queued" | "sending" | "failed" | "unknown" | null;
  window: { closesAt: Date | null; remaining: number };
  /** The resident no longer follows the account: nothing can be sent. */
  unfollowedAt: Date | null;
  /** 同一事项: the questions that ask the same. */
  clusterId: string | null;
  /** How sure it is that it belongs there; null where an officer or nobody put it. */
  confidence: "sure" | "likely" | "doubtful" | null;
  /** It stands under another question of its cluster: the queue shows both as one row. */
  folded: boolean;
  /** An answer that went to its cluster before it came. */
  offeredId: string | null;
  /** A standing answer settled it. */
  selfServedAt: Date | null;
  /** When the resident was asked what the answer was worth, and what was said; null: not, or not yet. */
  ratingAskedAt: Date | null;
  ratedAt: Date | null;
  ratingScore: "satisfied" | "fair" | "unsatisfied" | "notSolved" | null;
  ratingComment: string | null;
};

export type QueuePage = { rows: QuestionRow[]; nextCursor: string | null };

/** A page of the queue, in the order of the query. */
export async function listQueue(
  scope: Scope,
  query: QueueQuery,
  officerId: string,
  page: { cursor?: string | null; limit?: number } = {},
  at = now(),
): Promise<QueuePage> {
  const { view, filter, sort } = query;
  const seen = filter.accountId === undefined ? scope : narrowed(scope, filter.accountId);
  const alone = folds(query) ? Prisma.sql`AND NOT ${FOLDED}` : Prisma.empty;
  const where = Prisma.sql`${viewConditions(officerId, at)[view]} AND ${filterCondition(filter, officerId, at)} ${alone}`;
  const asksResident = sort === "window" || filter.window !== undefined;
  const order = orderOf(query, windowClosesAt(at));
  return selectPage(seen, [{ where, order }], { cursor: page.cursor, limit: page.limit ?? 100, asksResident }, at);
}

/** Rows by id, for the feed and the API; ids outside the scope are left out. */
export async function questionRows(scope: Scope, ids: readonly string[]): Promise<QuestionRow[]> {
  if (ids.length === 0) return [];
  return selectRows(scope, Prisma.sql`q.id = ANY(${[...ids]}::uuid[])`, BY_ID, ids.length);
}

/**
 * Rows that a change may have touched, for the feed: the named ones, what is open in the named threads and clusters, and those that
 * stand for others in the clusters of all these.
 */
export async function touchedQuestions(
  scope: Scope,
  touched: { ids: readonly string[]; threadIds: readonly string[]; clusterIds?: readonly string[] },
): Promise<QuestionRow[]> {
  const { ids, threadIds, clusterIds = [] } = touched;
  if (ids.length + threadIds.length + clusterIds.length === 0) return [];
  // One reading after the other by its own index: an OR over them would read every question.
  const named = Prisma.sql`SELECT q.id, q."clusterId" FROM "Question" q WHERE q.id = ANY(${[...ids]}::uuid[])
    UNION SELECT q.id, q."clusterId" FROM "Question" q WHERE q."threadId" = ANY(${[...threadIds]}::uuid[]) AND ${OPEN}
    UNION SELECT q.id, q."clusterId" FROM "Question" q WHERE q."clusterId" = ANY(${[...clusterIds]}::uuid[]) AND ${OPEN}`;
  const leads = leadsOf(Prisma.sql`SELECT DISTINCT "clusterId" FROM named WHERE "clusterId" IS NOT NULL`);
  const where = Prisma.sql`q.id = ANY(ARRAY(WITH named AS MATERIALIZED (${named}) SELECT id FROM named UNION ${leads}))`;
  return selectRows(scope, where, BY_ID, 5_000);
}

/** The questions of one thread, newest first: the officer's context and the bounds between bubbles. */
export async function threadQuestions(scope: Scope, threadId: string): Promise<QuestionRow[]> {
  return selectRows(scope, Prisma.sql`q."threadId" = ${threadId}::uuid`, NEWEST_FIRST, 50);
}

/** The open questions of a cluster, most urgent first. */
export async function clusterRows(scope: Scope, clusterId: string): Promise<QuestionRow[]> {
  return selectRows(scope, Prisma.sql`q."clusterId" = ${clusterId}::uuid AND ${OPEN}`, BY_URGENCY, 5_000);
}

/** The API's list: most urgent first, or, of those that ended, what ended last first. */
export async function listQuestions(
  scope: Scope,
  filter: { status?: QuestionStatus | undefined; clusterId?: string | undefined; cursor?: string | null; limit: number },
): Promise<QueuePage> {
  const within = filter.clusterId === undefined ? Prisma.empty : Prisma.sql`AND q."clusterId" = ${filter.clusterId}::uuid`;
  const open = { where: Prisma.sql`${OPEN} ${within}`, order: BY_URGENCY };
  if (filter.status === "open") return selectPage(scope, [open], filter);
  if (filter.status === undefined)
    return selectPage(scope, [open, { where: Prisma.sql`q."endedAt" IS NOT NULL ${within}`, order: BEHIND_URGENCY }], filter);
  const ended = { answered: Prisma.sql`q."answeredAt" IS NOT NULL`, closed: Prisma.sql`q."closedAt" IS NOT NULL` }[filter.status];
  return selectPage(scope, [{ where: Prisma.sql`q."endedAt" IS NOT NULL AND ${ended} ${within}`, order: BY_END }], filter);
}
