import { pool } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { markOf, shownWindow, type Windows } from "@/lib/residents/rules";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { FOLDED } from "./conditions";
import { accountDays } from "./days";
import { comesAfter, cursorAfter, type Order, type Placed, placeOf, sortedBy } from "./order";
import type { QuestionRow, QueuePage } from "./queries";
import { numberOf } from "./rules";

/** A part of the scope's questions: each account is read by its own index, in order, no further than a page. */
export type Source = { where: Prisma.Sql; order: Order };

type FlatRow = Omit<QuestionRow, "number" | "mark" | "assignedTo" | "topic" | "window"> &
  Windows &
  Placed & { place: string; openedZone: string } & Record<"assignedToId" | "assignedToName" | "topicId" | "topicName", string | null>;

/** A page of what the sources hold together, in the order that they share. `q` is the question, `r` its resident if `asksResident`. */
export async function selectPage(
  scope: Scope,
  sources: readonly [Source, ...Source[]],
  page: { cursor?: string | null | undefined; limit: number; asksResident?: boolean },
  at = now(),
): Promise<QueuePage> {
  const { cursor, limit, asksResident = false } = page;
  const resident = asksResident
    ? Prisma.sql`JOIN "Thread" t ON t.id = q."threadId" JOIN "Resident" r ON r.id = t."residentId"`
    : Prisma.empty;
  const { accounts } = await accountDays(scope, at);
  const parts = sources.map(
    ({ where, order }) => Prisma.sql`
      SELECT part.* FROM ${accounts} CROSS JOIN LATERAL (
        SELECT q.id, ${placeOf(order)} FROM "Question" q ${resident}
        WHERE q."accountId" = account.id AND ${where} AND ${comesAfter(order, cursor)} ORDER BY ${sortedBy(order)} LIMIT ${limit + 1}
      ) part`,
  );
  const found = await select(Prisma.join(parts, " UNION ALL "), sources[0].order.descending, limit + 1);
  const last = found[limit - 1];
  return {
    rows: found.slice(0, limit).map((flat) => asRow(flat, at)),
    nextCursor: found.length > limit && last ? cursorAfter(last) : null,
  };
}

/** At most `limit` rows of the scope for which a condition on the question `q` holds, in an order. */
export async function selectRows(scope: Scope, where: Prisma.Sql, order: Order, limit: number): Promise<QuestionRow[]> {
  const within = Prisma.sql`q."accountId" = ANY(${[...scope.accountIds]}::uuid[])`;
  const part = Prisma.sql`SELECT q.id, ${placeOf(order)} FROM "Question" q WHERE ${within} AND ${where} ORDER BY ${sortedBy(order)} LIMIT ${limit}`;
  const at = now();
  return (await select(part, order.descending, limit)).map((flat) => asRow(flat, at));
}

async function select(candidates: Prisma.Sql, descending: boolean, limit: number): Promise<FlatRow[]> {
  const down = descending ? Prisma.sql`DESC` : Prisma.empty;
  // Null stands for "never", as in the order itself.
  const sorted = Prisma.sql`"placeGroup" COLLATE "C" ${down}, "placeCalm" ${down}, COALESCE("placeAt", 'infinity') ${down}, id ${down}`;
  const { text, values } = Prisma.sql`
    SELECT picked.*, q."accountId", a."timeZone", zone_at(a."timeZone", a."formerTimeZones", q."openedAt") AS "openedZone", q."threadId", t.version AS "threadVersion", t."residentId", r.remark, q.kind::text AS kind, q."openedAt", q."targetMinutes",
      q."countedFrom", q."dueAt", q."firstRepliedAt", q."waitingSince", q."nextMinutes", q."nextCountedFrom", q."nextDueAt", q."promisedAt", q."promisedUnit", q."promiseCount",
      q."answerMinutes", q."answerDueAt", q."answerPausedMinutes", q."snoozedUntil", q."answeredAt", q."closedAt",
      q."closeReason"::text AS "closeReason", q."closedById", q."dangerWord", q."dangerDismissedAt", q."assignedToId", q."assignedAt", o.name AS "assignedToName", q."topicId", topic.name AS "topicName",
      q."clusterId", q.confidence::text AS confidence, ${FOLDED} AS folded, q."offeredId", q."selfServedAt",
      COALESCE(k."sentAt", k."unknownAt") AS "ratingAskedAt", g.score::text AS "ratingScore", g.comment AS "ratingComment", g.at AS "ratedAt",
      r."unfollowedAt", r."messageWindowOpenedAt", r."messageWindowClosesAt", r."messageWindowRemaining",
      r."eventWindowOpenedAt", r."eventWindowClosesAt", r."eventWindowRemaining",
      said.*,
      (SELECT count(*)::int FROM "Question" e WHERE e."threadId" = q."threadId" AND e."openedAt" < q."openedAt") AS "earlierCount",
      (SELECT CASE WHEN y.status IN ('queued', 'sending', 'failed', 'unknown') THEN y.status::text END FROM "Reply" y
        WHERE y."threadId" = q."threadId" AND y.status <> 'withdrawn' ORDER BY y.seq DESC LIMIT 1) AS "replyStatus"
    FROM (
      SELECT candidate.*, row_number() OVER (ORDER BY ${sorted}) AS place FROM (${candidates}) candidate ORDER BY place LIMIT ${limit}
    ) picked
    JOIN "Question" q ON q.id = picked.id
    JOIN "OfficialAccount" a ON a.id = q."accountId"
    JOIN "Thread" t ON t.id = q."threadId"
    JOIN "Resident" r ON r.id = t."residentId"
    LEFT JOIN "Officer" o ON o.id = q."assignedToId"
    LEFT JOIN "Topic" topic ON topic.id = q."topicId"
    LEFT JOIN "RatingRequest" k ON k."questionId" = q.id
    LEFT JOIN "Rating" g ON g."questionId" = q.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "messageCount",
        (array_agg(m.text ORDER BY m.seq) FILTER (WHERE m.nature = 'content'))[1] AS "firstText",
        (array_agg(m.kind::text ORDER BY m.seq) FILTER (WHERE m.nature = 'content'))[1] AS "firstKind",
        (array_agg(m.text ORDER BY m.seq DESC))[1] AS "newestText", (array_agg(m.kind::text ORDER BY m.seq DESC))[1] AS "newestKind"
      FROM "Message" m WHERE m."questionId" = picked.id AND m.direction = 'inbound' AND m.nature <> 'standing'
    ) said
    ORDER BY picked.place`;
  // Past Prisma, which takes longer over a page of rows than the database does.
  return (await pool.query<FlatRow>(text, values)).rows;
}

function asRow(flat: FlatRow, at: Date): QuestionRow {
  const { place: _place, placeGroup: _group, placeCalm: _calm, placeAt: _at, assignedToId, assignedToName, openedZone, ...rest } = flat;
  const { topicId, topicName, unfollowedAt, messageWindowOpenedAt, messageWindowClosesAt, messageWindowRemaining, ...others } = rest;
  const { eventWindowOpenedAt, eventWindowClosesAt, eventWindowRemaining, ...row } = others;
  const message = { messageWindowOpenedAt, messageWindowClosesAt, messageWindowRemaining };
  const event = { eventWindowOpenedAt, eventWindowClosesAt, eventWindowRemaining };
  return {
    ...row,
    number: numberOf({ ...row, openedZone }),
    mark: markOf(row.residentId),
    assignedTo: assignedToId && assignedToName ? { id: assignedToId, name: assignedToName } : null,
    topic: topicId && topicName ? { id: topicId, name: topicName } : null,
    unfollowedAt,
    window: shownWindow({ unfollowedAt, ...message, ...event }, at),
  };
}
