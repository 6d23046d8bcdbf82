import { db, type Tx } from "@/lib/db";
import { currentSnapshot, eventsSince, type FeedEvent, followedEpoch } from "@/lib/events/feed";
import { MINUTE, SECOND } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";

/** Who asks for a person or opens a question so soon after a standing answer was not helped by it. */
export const NOT_HELPED_WITHIN = 5 * MINUTE;

/** One who is further behind begins anew. */
const MOST_EVENTS = 50_000;
/** Messages that are gone through at once when it begins anew. */
const BATCH = 5_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** That somebody asked for something by themselves, or opened a question. */
type Moment = { threadId: string; at: Date };
type Cursor = { epoch: string; snapshot: string; pendingFrom: string | null };

/**
 * Keeps what residents asked the account for by itself, and whether it helped, after the events since the last round. Each message counts
 * once, however often it is told; of several workers that try, one succeeds. A heartbeat, not an act: it leaves no trace in the events.
 */
export async function followAsks(): Promise<{ behind: boolean }> {
  const epoch = await followedEpoch();
  const known = await db.standingAskCursor.findUnique({ where: { id: 1 } });
  if (known?.epoch !== epoch) return beginAnew(epoch);
  const page = await eventsSince(known.snapshot, MOST_EVENTS);
  if (page.events.length > MOST_EVENTS) return beginAnew(known.epoch);
  if (page.events.length === 0 && known.pendingFrom === null) return { behind: false };
  return db.$transaction(async (tx) => {
    const where = { id: 1, epoch: known.epoch, snapshot: known.snapshot };
    const { count } = await tx.standingAskCursor.updateMany({ where, data: { snapshot: page.snapshot } });
    if (count === 0) return { behind: false };
    const told = page.events.filter(({ type }) => type === "message.received").flatMap(({ messageId }) => messageId ?? []);
    const pending = await takePending(tx, known);
    const asked = await keepAsks(tx, [...told, ...pending]);
    const opened = page.events.filter(({ type, facts }) => type === "question.opened" || facts?.opened === true);
    await keepOutcomes(tx, [...asked, ...(await whenOpened(tx, opened))]);
    return { behind: pending.length === BATCH };
  });
}

/** From here on events are followed; what was before is gone through once, in the order of ids. */
async function beginAnew(epoch: string): Promise<{ behind: boolean }> {
  const begun: Cursor = { epoch, snapshot: await currentSnapshot(), pendingFrom: FIRST_ID };
  await db.standingAskCursor.upsert({ where: { id: 1 }, create: { id: 1, ...begun }, update: begun });
  return { behind: true };
}

async function takePending(tx: Tx, { pendingFrom }: Cursor): Promise<string[]> {
  if (pendingFrom === null) return [];
  const found = await tx.message.findMany({
    where: { id: { gt: pendingFrom } },
    select: { id: true },
    orderBy: { id: "asc" },
    take: BATCH,
  });
  const last = found.length < BATCH ? null : (found.at(-1)?.id ?? null);
  await tx.standingAskCursor.update({ where: { id: 1 }, data: { pendingFrom: last } });
  return found.map(({ id }) => id);
}

/** @returns when those of these messages were said that the account answered by itself, as far as that is new */
async function keepAsks(tx: Tx, messageIds: readonly string[]): Promise<Moment[]> {
  return tx.$queryRaw<Moment[]>`
    INSERT INTO "StandingAsk" ("accountId", "threadId", "messageId", "standingAnswerId", "versionId", "ruleId", means, at)
    SELECT m."accountId", m."threadId", m.id, (asked ->> 'answerId')::uuid, (asked ->> 'versionId')::uuid, asked ->> 'ruleId', asked ->> 'means', m.at
    FROM "Message" m CROSS JOIN LATERAL (SELECT COALESCE(m.facts -> 'standing',
        CASE WHEN m.facts ? 'acknowledged' THEN '{"means": "acknowledgement"}'::jsonb END) AS asked) s
    WHERE m.id = ANY (${messageIds}::uuid[]) AND asked IS NOT NULL ORDER BY m.seq
    ON CONFLICT ("messageId") DO NOTHING RETURNING "threadId", at`;
}

async function whenOpened(tx: Tx, events: readonly FeedEvent[]): Promise<Moment[]> {
  const ids = [...new Set(events.flatMap(({ questionId }) => questionId ?? []))];
  const found = await tx.question.findMany({ where: { id: { in: ids } }, select: { threadId: true, openedAt: true } });
  return found.map(({ threadId, openedAt }) => ({ threadId, at: openedAt }));
}

/** Of what was asked in the five minutes before each of them: a resident who asks every day has years behind him that nothing changes. */
async function keepOutcomes(tx: Tx, moments: readonly Moment[]): Promise<void> {
  if (moments.length === 0) return;
  const [threads, instants] = [moments.map(({ threadId }) => threadId), moments.map(({ at }) => at)];
  const minutes = Prisma.sql`make_interval(secs => ${NOT_HELPED_WITHIN / SECOND})`;
  await tx.$executeRaw`
    UPDATE "StandingAsk" a SET "notHelped" = outcome FROM (
      SELECT id, CASE
        WHEN EXISTS (SELECT FROM "StandingAsk" p WHERE p."threadId" = o."threadId" AND p.means = 'person' AND p.at BETWEEN o.at AND o.until) THEN 'zero'
        WHEN EXISTS (SELECT FROM "Question" q WHERE q."threadId" = o."threadId" AND q."openedAt" > o.at AND q."openedAt" <= o.until) THEN 'question'
      END AS outcome
      FROM (SELECT DISTINCT a.id, a."threadId", a.at, a.at + ${minutes} AS until
        FROM unnest(${threads}::uuid[], ${instants}::timestamptz[]) moment("threadId", at)
        JOIN "StandingAsk" a ON a."threadId" = moment."threadId" AND a.at BETWEEN moment.at - ${minutes} AND moment.at
        WHERE a."standingAnswerId" IS NOT NULL) o
    ) found WHERE a.id = found.id AND a."notHelped" IS DISTINCT FROM outcome`;
}
