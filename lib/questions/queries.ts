import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { markOf, shownWindow, type Windows } from "@/lib/residents/rules";
import type { ResponseClock } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { ACT_BY, byEnd, byId, byUrgency, CALM, cursorAfter, newestFirst, OPEN, type Order, OWED, type Placed } from "./order";
import type { CloseReason, QuestionStatus } from "./rules";

/** One row of the queue: everything the officer sees of a question before opening it. Instants become strings on the wire; see reviveInstants. */
export type QuestionRow = ResponseClock & {
  id: string;
  accountId: string;
  threadId: string;
  residentId: string;
  mark: string;
  remark: string | null;
  /** First and newest words of the resident in this question; for a message without words its kind says more. */
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
  closeReason: CloseReason | null;
  closedById: string | null;
  assignedTo: { id: string; name: string } | null;
  /** The newest reply of the thread, while it is on its way or went wrong. */
  replyStatus: "queued" | "sending" | "failed" | "unknown" | null;
  window: { closesAt: Date | null; remaining: number };
  /** The resident no longer follows the account: nothing can be sent. */
  unfollowedAt: Date | null;
};

export const QUEUE_VIEWS = ["waiting", "mine", "promises", "done"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
export type QueuePage = { rows: QuestionRow[]; nextCursor: string | null };
export type QueueCounts = { waiting: number; mine: number; promises: number; late: number; promisedToday: number };

type FlatRow = Omit<QuestionRow, "mark" | "assignedTo" | "window"> &
  Windows &
  Placed & { place: bigint; assignedToId: string | null; assignedToName: string | null };

/** A page of the queue. Open views: danger first, then the sooner of promise and WeChat window; `done`: what ended last first, of the last day. */
export async function listQueue(
  scope: Scope,
  view: QueueView,
  officerId: string,
  page: { cursor?: string | null; limit?: number } = {},
): Promise<QueuePage> {
  const limit = page.limit ?? 100;
  const filter = {
    waiting: OPEN,
    mine: Prisma.sql`${OPEN} AND q."assignedToId" = ${officerId}::uuid`,
    promises: Prisma.sql`${OPEN} AND q."promisedAt" IS NOT NULL`,
    done: Prisma.sql`COALESCE(q."answeredAt", q."closedAt") > ${now()}::timestamptz - interval '1 day'`,
  }[view];
  return selectPage(Prisma.sql`${within(scope)} AND ${filter}`, view === "done" ? "end" : "urgency", page.cursor, limit);
}

/** How much waits: the numbers of the top bar and the tabs. */
export async function queueCounts(scope: Scope, officerId: string): Promise<QueueCounts> {
  const at = now();
  const [counts] = await db.$queryRaw<QueueCounts[]>`
    SELECT count(*)::int AS waiting,
      count(*) FILTER (WHERE q."assignedToId" = ${officerId}::uuid)::int AS mine,
      count(*) FILTER (WHERE q."promisedAt" IS NOT NULL)::int AS promises,
      count(*) FILTER (WHERE ${OWED} - interval '5 seconds' < ${at})::int AS late,
      count(*) FILTER (WHERE (q."promisedAt" AT TIME ZONE 'Asia/Shanghai')::date = (${at}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)::int AS "promisedToday"
    FROM "Question" q WHERE ${within(scope)} AND ${OPEN}`;
  return counts ?? { waiting: 0, mine: 0, promises: 0, late: 0, promisedToday: 0 };
}

/** Rows by id, for the feed and the API; ids outside the scope are left out. */
export async function questionRows(scope: Scope, ids: readonly string[]): Promise<QuestionRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(Prisma.sql`${within(scope)} AND q.id = ANY(${[...ids]}::uuid[])`, byId, ids.length);
  return rows.map(asRow);
}

/** Rows that a change may have touched, for the feed: the named ones, and what is open in the named threads. */
export async function touchedQuestions(
  scope: Scope,
  touched: { ids: readonly string[]; threadIds: readonly string[] },
): Promise<QuestionRow[]> {
  if (touched.ids.length + touched.threadIds.length === 0) return [];
  const where = Prisma.sql`${within(scope)} AND (q.id = ANY(${[...touched.ids]}::uuid[]) OR (q."threadId" = ANY(${[...touched.threadIds]}::uuid[]) AND ${OPEN}))`;
  return (await selectRows(where, byId, 5_000)).map(asRow);
}

/** The questions of one thread, newest first: the officer's context and the bounds between bubbles. */
export async function threadQuestions(scope: Scope, threadId: string): Promise<QuestionRow[]> {
  const rows = await selectRows(Prisma.sql`${within(scope)} AND q."threadId" = ${threadId}::uuid`, newestFirst, 50);
  return rows.map(asRow);
}

/** The API's list: most urgent first, or, of those that ended, what ended last first. */
export async function listQuestions(
  scope: Scope,
  filter: { status?: QuestionStatus | undefined; cursor?: string | null; limit: number },
): Promise<QueuePage> {
  const status = {
    open: OPEN,
    answered: Prisma.sql`q."answeredAt" IS NOT NULL`,
    closed: Prisma.sql`q."closedAt" IS NOT NULL`,
  };
  const condition = filter.status ? status[filter.status] : Prisma.sql`true`;
  const ended = filter.status === "answered" || filter.status === "closed";
  return selectPage(Prisma.sql`${within(scope)} AND ${condition}`, ended ? "end" : "urgency", filter.cursor, filter.limit);
}

async function selectRows(where: Prisma.Sql, order: Order, limit: number): Promise<FlatRow[]> {
  return db.$queryRaw<FlatRow[]>`
    SELECT picked.*, first.text AS "firstText", first.kind::text AS "firstKind", newest.text AS "newestText", newest.kind::text AS "newestKind",
      (SELECT count(*)::int FROM "Message" m WHERE m."questionId" = picked.id AND m.direction = 'inbound') AS "messageCount",
      (SELECT count(*)::int FROM "Question" e WHERE e."threadId" = picked."threadId" AND e."openedAt" < picked."openedAt") AS "earlierCount",
      (SELECT CASE WHEN y.status IN ('queued', 'sending', 'failed', 'unknown') THEN y.status::text END FROM "Reply" y
        WHERE y."threadId" = picked."threadId" AND y.status <> 'withdrawn' ORDER BY y.seq DESC LIMIT 1) AS "replyStatus"
    FROM (
      SELECT q.id, q."accountId", q."threadId", t."residentId", r.remark, q."openedAt", q."targetMinutes", q."dueAt", q."firstRepliedAt", q."waitingSince",
        q."promisedAt", q."promisedUnit", q."promiseCount", q."answeredAt", q."closedAt", q."closeReason"::text AS "closeReason", q."closedById", q."dangerWord", q."dangerDismissedAt",
        q."assignedToId", o.name AS "assignedToName", r."unfollowedAt", r."messageWindowOpenedAt", r."messageWindowClosesAt", r."messageWindowRemaining",
        r."eventWindowOpenedAt", r."eventWindowClosesAt", r."eventWindowRemaining", ${ACT_BY} AS "actBy", ${CALM} AS calm,
        row_number() OVER (ORDER BY ${order.by}) AS place
      FROM "Question" q
      JOIN "Thread" t ON t.id = q."threadId"
      JOIN "Resident" r ON r.id = t."residentId"
      LEFT JOIN "Officer" o ON o.id = q."assignedToId"
      WHERE ${where} AND ${order.after}
      ORDER BY place LIMIT ${limit}
    ) picked
    LEFT JOIN LATERAL (SELECT m.text, m.kind FROM "Message" m WHERE m."questionId" = picked.id AND m.direction = 'inbound' AND m.nature = 'content' ORDER BY m.seq LIMIT 1) first ON true
    LEFT JOIN LATERAL (SELECT m.text, m.kind FROM "Message" m WHERE m."questionId" = picked.id AND m.direction = 'inbound' ORDER BY m.seq DESC LIMIT 1) newest ON true
    ORDER BY picked.place`;
}

function within(scope: Scope): Prisma.Sql {
  return Prisma.sql`q."accountId" = ANY(${[...scope.accountIds]}::uuid[])`;
}

async function selectPage(
  where: Prisma.Sql,
  order: "urgency" | "end",
  cursor: string | null | undefined,
  limit: number,
): Promise<QueuePage> {
  const found = await selectRows(where, order === "end" ? byEnd(cursor) : byUrgency(cursor), limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { rows: page.map(asRow), nextCursor: found.length > limit && last ? cursorAfter(last, order) : null };
}

function asRow(flat: FlatRow): QuestionRow {
  const { place: _place, calm: _calm, actBy: _actBy, assignedToId, assignedToName, ...rest } = flat;
  const { unfollowedAt, messageWindowOpenedAt, messageWindowClosesAt, messageWindowRemaining, ...others } = rest;
  const { eventWindowOpenedAt, eventWindowClosesAt, eventWindowRemaining, ...row } = others;
  const message = { messageWindowOpenedAt, messageWindowClosesAt, messageWindowRemaining };
  const event = { eventWindowOpenedAt, eventWindowClosesAt, eventWindowRemaining };
  return {
    ...row,
    mark: markOf(row.residentId),
    assignedTo: assignedToId && assignedToName ? { id: assignedToId, name: assignedToName } : null,
    unfollowedAt,
    window: shownWindow({ unfollowedAt, ...message, ...event }, now()),
  };
}
