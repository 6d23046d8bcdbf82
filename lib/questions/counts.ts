import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { DUE_SOON_MINUTES, UNDO_SECONDS } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { after, DAY, earlier, MINUTE, SECOND } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { dueSoonThrough, lateBefore, viewConditions } from "./conditions";
import { accountDays } from "./days";
import { OPEN } from "./order";
import type { QueueCounts } from "./rules";

type Counted = Omit<QueueCounts, "late" | "changesAt"> & { snoozeEndsAt: Date | null; soonOwedAt: Date | null; lateOwedAt: Date | null };

/**
 * How much each view holds: the numbers of the top bar and the tabs. What is open is read once; what has ended comes from the
 * tallies, so that years of it cost nothing.
 */
export async function queueCounts(scope: Scope, officerId: string, at = now()): Promise<QueueCounts> {
  const views = viewConditions(officerId, at);
  const { accounts, ends } = await accountDays(scope, at);
  const ids = [...scope.accountIds];
  const held = (view: Prisma.Sql) => Prisma.sql`count(*) FILTER (WHERE ${view})::int`;
  const [counted] = await db.$queryRaw<Counted[]>`
    SELECT ${held(views.waiting)} AS waiting, ${held(views.mine)} AS mine, ${held(views.promises)} AS promises, ${held(views.dueSoon)} AS "dueSoon",
      ${held(views.overdue)} AS overdue, ${held(views.snoozed)} AS snoozed, ${held(views.asked)} AS asked,
      ${held(Prisma.sql`q."promisedAt" >= account."dayFrom" AND q."promisedAt" < account."dayUntil"`)} AS "promisedToday",
      (SELECT COALESCE(sum(y.ended), 0)::int FROM ${accounts} JOIN "EndedTally" y ON y."accountId" = account.id
        AND y."startsAt" >= account."dayFrom" AND y."startsAt" < account."dayUntil") AS done,
      (SELECT COALESCE(sum(y.asked), 0)::int FROM "QuestionTally" y WHERE y."accountId" = ANY(${ids}::uuid[])) AS all,
      statement_timestamp() AS "readAt",
      min(q."snoozedUntil") FILTER (WHERE ${views.snoozed}) AS "snoozeEndsAt",
      min(q."owedAt") FILTER (WHERE q."owedAt" > ${dueSoonThrough(at)}) AS "soonOwedAt",
      min(q."owedAt") FILTER (WHERE q."owedAt" >= ${lateBefore(at)}) AS "lateOwedAt"
    FROM ${accounts} JOIN "Question" q ON q."accountId" = account.id WHERE q."accountId" = ANY(${ids}::uuid[]) AND ${OPEN}`;
  if (!counted) throw new Error("a count without GROUP BY gave no row");
  const { snoozeEndsAt, soonOwedAt, lateOwedAt, ...numbers } = counted;
  return { ...numbers, late: numbers.overdue, changesAt: changesAt(ends, { snoozeEndsAt, soonOwedAt, lateOwedAt }, at) };
}

/** When the clock alone changes a count next: a snooze ends, something gets due soon or late, or the day of an account ends. */
function changesAt(ends: readonly Date[], next: Pick<Counted, "snoozeEndsAt" | "soonOwedAt" | "lateOwedAt">, at: Date): Date {
  const { snoozeEndsAt, soonOwedAt, lateOwedAt } = next;
  const changes = [
    ...ends,
    snoozeEndsAt,
    soonOwedAt && after(soonOwedAt, -UNDO_SECONDS * SECOND - DUE_SOON_MINUTES * MINUTE),
    lateOwedAt && after(lateOwedAt, -UNDO_SECONDS * SECOND + 1),
  ];
  return changes.reduce<Date>((soonest, change) => (change ? earlier(soonest, change) : soonest), after(at, DAY));
}
