import { DUE_SOON_MINUTES, UNDO_SECONDS } from "@/lib/sla/rules";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { OPEN } from "./order";
import type { QueueFilter, QueueView } from "./rules";
import { FEW_HOURS_OF_WINDOW, FEW_MESSAGES } from "./views";

/** belongs() of views.ts, said in SQL at one instant; a test holds the two together. `q` is the question, `account` its account, of `accountDays`. */
export function viewConditions(officerId: string, at: Date): Record<QueueView, Prisma.Sql> {
  const late = Prisma.sql`q."owedAt" < ${lateBefore(at)}`;
  const dueSoon = Prisma.sql`(q."owedAt" >= ${lateBefore(at)} AND q."owedAt" <= ${dueSoonThrough(at)})`;
  const loud = Prisma.sql`(q.calm = 0 OR q."owedAt" <= ${dueSoonThrough(at)})`;
  const owedNow = Prisma.sql`(q."firstRepliedAt" IS NULL OR q."waitingSince" IS NOT NULL OR q."owedAt" < account."dayUntil")`;
  const snoozed = Prisma.sql`q."snoozedUntil" > ${at}`;
  return {
    waiting: Prisma.sql`(${OPEN} AND (${loud} OR (${owedNow} AND ${snoozed} IS NOT TRUE)))`,
    mine: Prisma.sql`(${OPEN} AND q."assignedToId" = ${officerId}::uuid)`,
    promises: Prisma.sql`(${OPEN} AND q."promisedAt" IS NOT NULL)`,
    dueSoon: Prisma.sql`(${OPEN} AND ${dueSoon})`,
    overdue: Prisma.sql`(${OPEN} AND ${late})`,
    snoozed: Prisma.sql`(${OPEN} AND ${snoozed})`,
    done: Prisma.sql`q."endedAt" >= account."dayFrom"`,
    asked: Prisma.sql`(${OPEN} AND q."owedAt" IS NULL AND q.calm = 1)`,
    all: Prisma.sql`true`,
  };
}

/** passes() of views.ts, said in SQL. With `window` the resident `r` is asked, too. */
export function filterCondition(filter: QueueFilter, officerId: string, at: Date): Prisma.Sql {
  const { kind, assignee, window, state } = filter;
  const assigneeId = assignee === "me" ? officerId : assignee;
  const conditions = [
    kind && Prisma.sql`q.kind = ${kind}::"QuestionKind"`,
    assignee && (assignee === "none" ? Prisma.sql`q."assignedToId" IS NULL` : Prisma.sql`q."assignedToId" = ${assigneeId}::uuid`),
    window && Prisma.sql`${OPEN} AND ${windowConditions(at)[window]}`,
    state && { open: OPEN, answered: Prisma.sql`q."answeredAt" IS NOT NULL`, closed: Prisma.sql`q."closedAt" IS NOT NULL` }[state],
  ];
  return Prisma.join([Prisma.sql`true`, ...conditions.filter((condition) => condition !== undefined)], " AND ");
}

/** Whether a question `q` stands under another one of its cluster, so that the queue shows both as one row: one that is owed sooner. */
export const FOLDED = Prisma.sql`EXISTS (SELECT 1 FROM "Question" s WHERE s."foldKey" = q."foldKey" AND (s."owedAt", s.id) < (q."owedAt", q.id))`;

/** The questions that stand for others in these clusters: the first of each kind. */
export function leadsOf(clusterIds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT lead.id FROM (${clusterIds}) c(id)
    CROSS JOIN (VALUES (' calm new'), (' calm promised'), (' danger new'), (' danger promised')) kind(name)
    CROSS JOIN LATERAL (SELECT s.id FROM "Question" s WHERE s."foldKey" = c.id || kind.name ORDER BY s."owedAt", s.id LIMIT 1) lead`;
}

/** When the window that a row shows closes: shownWindow() of lib/residents/rules.ts, said in SQL. */
export function windowClosesAt(at: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${openWindow("message", at)} THEN r."messageWindowClosesAt" WHEN ${openWindow("event", at)} THEN r."eventWindowClosesAt" ELSE r."messageWindowClosesAt" END`;
}

/** Owed before this instant is late: the seconds of undo are subtracted already. */
export function lateBefore(at: Date): Date {
  return after(at, UNDO_SECONDS * SECOND);
}

/** Owed through this instant is due soon, unless it is late. */
export function dueSoonThrough(at: Date): Date {
  return after(lateBefore(at), DUE_SOON_MINUTES * MINUTE);
}

function windowConditions(at: Date): Record<NonNullable<QueueFilter["window"]>, Prisma.Sql> {
  const remaining = Prisma.sql`CASE WHEN ${openWindow("message", at)} THEN r."messageWindowRemaining" WHEN ${openWindow("event", at)} THEN r."eventWindowRemaining" ELSE 0 END`;
  const soon = after(at, FEW_HOURS_OF_WINDOW);
  return {
    open: Prisma.sql`${remaining} > 0`,
    closed: Prisma.sql`${remaining} = 0`,
    closing: Prisma.sql`${remaining} > 0 AND (${remaining} <= ${FEW_MESSAGES} OR ${windowClosesAt(at)} < ${soon})`,
  };
}

function openWindow(kind: "message" | "event", at: Date): Prisma.Sql {
  const [openedAt, closesAt] =
    kind === "message"
      ? [Prisma.sql`r."messageWindowOpenedAt"`, Prisma.sql`r."messageWindowClosesAt"`]
      : [Prisma.sql`r."eventWindowOpenedAt"`, Prisma.sql`r."eventWindowClosesAt"`];
  return Prisma.sql`(r."unfollowedAt" IS NULL AND ${openedAt} IS NOT NULL AND ${closesAt} > ${at})`;
}
