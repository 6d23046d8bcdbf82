import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { DUE_SOON_MINUTES, UNDO_SECONDS } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { after, calendarDay, DAY, earlier, MINUTE, SECOND, startOfDay } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { dueSoonThrough, lateBefore, viewConditions } from "./conditions";
import { OPEN } from "./order";
import type { QueueCounts } from "./rules";

type Counted = Omit<QueueCounts, "late" | "changesAt"> & { snoozeEndsAt: Date | null; soonOwedAt: Date | null; lateOwedAt: Date | null };

/**
 * How much each view holds: the numbers of the top bar and the tabs. What is open is read once; what has ended comes from the
 * tallies, so that years of it cost nothing.
 */
export async function queueCounts(scope: Scope, officerId: string, at = now()): Promise<QueueCounts> {
  const views = viewConditions(officerId, at);
  const accounts = Prisma.sql`ANY(${[...scope.accountIds]}::uuid[])`;
  const held = (view: Prisma.Sql) => Prisma.sql`count(*) FILTER (WHERE ${view})::int`;
  const [counted] = await db.$queryRaw<Counted[]>`
    SELECT ${held(views.waiting)} AS waiting, ${held(views.mine)} AS mine, ${held(views.promises)} AS promises, ${held(views.dueSoon)} AS "dueSoon",
      ${held(views.overdue)} AS overdue, ${held(views.snoozed)} AS snoozed, ${held(views.asked)} AS asked,
      ${held(Prisma.sql`q."promisedAt" >= ${startOfDay(at)} AND q."promisedAt" < ${after(startOfDay(at), DAY)}`)} AS "promisedToday",
      (SELECT COALESCE(sum(y.ended), 0)::int FROM "EndedTally" y WHERE y."accountId" = ${accounts} AND y.day = ${calendarDay(at)}::date) AS done,
      (SELECT COALESCE(sum(y.asked), 0)::int FROM "QuestionTally" y WHERE y."accountId" = ${accounts}) AS all,
      statement_timestamp() AS "readAt",
      min(q."snoozedUntil") FILTER (WHERE ${views.snoozed}) AS "snoozeEndsAt",
      min(q."owedAt") FILTER (WHERE q."owedAt" > ${dueSoonThrough(at)}) AS "soonOwedAt",
      min(q."owedAt") FILTER (WHERE q."owedAt" >= ${lateBefore(at)}) AS "lateOwedAt"
    FROM "Question" q WHERE q."accountId" = ${accounts} AND ${OPEN}`;
  if (!counted) throw new Error("a count without GROUP BY gave no row");
  const { snoozeEndsAt, soonOwedAt, lateOwedAt, ...numbers } = counted;
  return { ...numbers, late: numbers.overdue, changesAt: changesAt(at, { snoozeEndsAt, soonOwedAt, lateOwedAt }) };
}

/** When the clock alone changes a count next: a snooze ends, something gets due soon or late, or the day ends. */
function changesAt(at: Date, next: Pick<Counted, "snoozeEndsAt" | "soonOwedAt" | "lateOwedAt">): Date {
  const { snoozeEndsAt, soonOwedAt, lateOwedAt } = next;
  const changes = [
    snoozeEndsAt,
    soonOwedAt && after(soonOwedAt, -UNDO_SECONDS * SECOND - DUE_SOON_MINUTES * MINUTE),
    lateOwedAt && after(lateOwedAt, -UNDO_SECONDS * SECOND + 1),
  ];
  return changes.reduce<Date>((soonest, change) => (change ? earlier(soonest, change) : soonest), after(startOfDay(at), DAY));
}
