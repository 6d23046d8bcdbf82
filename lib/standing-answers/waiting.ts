import { db } from "@/lib/db";
import { narrowed, type Scope } from "@/lib/officers/scope";
import { isDuty, nextDuty } from "@/lib/sla/calendar";
import { readBook } from "@/lib/sla/queries";
import { type Book, startClock, termsAt } from "@/lib/sla/terms";
import { after, HOUR } from "@/lib/time/rules";
import { MOST_COUNTED, type Moment, type Waiting } from "./acknowledging";

const HOURS_A_WEEK = 7 * 24;

/** How many matters wait at an account and how many were dealt with in the last hour. Read for the door every few seconds, so it counts no further than it tells. */
export async function readWaiting(accountId: string, at: Date): Promise<Waiting> {
  const since = after(at, -HOUR);
  const [counted] = await db.$queryRaw<{ waiting: number; dealt: number }[]>`
    SELECT (SELECT count(DISTINCT matter) FROM (
          SELECT COALESCE(q."clusterId", q.id) AS matter FROM "Question" q
          WHERE q."accountId" = ${accountId}::uuid AND q."endedAt" IS NULL AND (q."firstRepliedAt" IS NULL OR q."waitingSince" IS NOT NULL)
          LIMIT ${MOST_COUNTED + 1}) w)::int AS waiting,
      (SELECT count(DISTINCT matter) FROM (
          SELECT COALESCE(q."clusterId", q.id) AS matter FROM "Question" q WHERE q."accountId" = ${accountId}::uuid AND q."firstRepliedAt" >= ${since}
          UNION ALL
          SELECT COALESCE(q."clusterId", q.id) FROM "Question" q WHERE q."accountId" = ${accountId}::uuid AND q."closedAt" >= ${since}
          LIMIT ${MOST_COUNTED + 1}) d)::int AS dealt`;
  return { waiting: counted?.waiting ?? 0, dealt: counted?.dealt ?? 0, countedAt: at };
}

/** What holds now for an ordinary message, and what next within duty hours and outside them; `outside` null: there is no such time this week. */
export type Moments = { now: Moment; inside: Moment; outside: Moment | null };

/** By what an account's acknowledgements are shown before they are sent. @throws Error when the scope does not reach the account */
export async function readMoments(scope: Scope, accountId: string, at: Date): Promise<Moments> {
  const [reached] = narrowed(scope, accountId).accountIds;
  if (reached === undefined) throw new Error("an account out of scope");
  const [book, queue] = await Promise.all([readBook(reached), readWaiting(reached, at)]);
  const hours = termsAt(book, at);
  const outside = Array.from({ length: HOURS_A_WEEK }, (_, hour) => after(at, hour * HOUR)).find((instant) => !isDuty(hours, instant));
  const momentAt = (instant: Date) => momentOf(book, queue, instant);
  return { now: momentAt(at), inside: momentAt(nextDuty(hours, at)), outside: outside ? momentAt(outside) : null };
}

function momentOf(book: Book, queue: Waiting, at: Date): Moment {
  const hours = termsAt(book, at);
  return { at, hours, queue, clock: startClock(hours, { at, kind: "inquiry", urgent: false }) };
}
