import { db, type Tx } from "@/lib/db";
import {
  currentSnapshot,
  eventsSince,
  type FeedEvent,
  type FeedPage,
  followedEpoch,
  recordedAfter,
  recordedSince,
} from "@/lib/events/feed";
import { now } from "@/lib/time/clock";
import { MINUTE } from "@/lib/time/rules";
import { TELLING, type Told, toldOf } from "./telling";

type Cursor = { epoch: string; snapshot: string; lastId: bigint; promisesThrough: Date };

/** More than ever lie ahead while somebody follows. */
const MOST_EVENTS = 5_000;
/** What one transaction goes through, however many subscribers are told. */
const AT_ONCE = 200;

/**
 * Writes down for every subscriber what has happened since the last round, and which promises have passed their date: one notice for each
 * it is to be told of, however often an event is read. The cursor commits with the last notices, or not at all, so that nothing is lost
 * with whoever follows; of several workers that try, one succeeds. After a restore events are found again by their ids. A heartbeat, not
 * an act: it leaves no trace in the events.
 */
export async function followForSubscribers(at = now()): Promise<void> {
  const history = await followedEpoch();
  const cursor = (await db.noticeCursor.findUnique({ where: { id: 1 } })) ?? (await begin(history, at));
  const page = cursor.epoch === history ? await since(cursor.snapshot) : await recordedAfter(cursor.lastId, TELLING);
  const isRecent = at.getTime() - cursor.promisesThrough.getTime() < MINUTE;
  if (page.snapshot === cursor.snapshot && cursor.epoch === history && isRecent && !(await anyMissed(cursor.promisesThrough, at))) return;
  let from = 0;
  // Who is far behind writes most of it down before. Written again by the next, should the cursor not follow, it is the same by its key.
  for (; from + AT_ONCE < page.events.length; from += AT_ONCE) {
    const events = page.events.slice(from, from + AT_ONCE);
    await db.$transaction((tx) => writeDown(tx, events, [], at));
  }
  await db.$transaction(async (tx) => {
    // Pages come by id.
    const lastId = BigInt(page.events.at(-1)?.id ?? cursor.lastId);
    const { count } = await tx.noticeCursor.updateMany({
      where: { id: 1, epoch: cursor.epoch, snapshot: cursor.snapshot, promisesThrough: cursor.promisesThrough },
      data: { epoch: history, snapshot: page.snapshot, lastId, promisesThrough: at },
    });
    if (count > 0) await writeDown(tx, page.events.slice(from), await promisesMissed(tx, cursor.promisesThrough, at), at);
  });
}

/** One who is far behind goes through all that is told of; nobody begins anew here. */
async function since(snapshot: string): Promise<FeedPage> {
  const page = await eventsSince(snapshot, MOST_EVENTS);
  if (page.events.length > MOST_EVENTS) return recordedSince(snapshot, TELLING);
  const events = page.events.filter(({ type }) => TELLING.includes(type));
  return { events, snapshot: page.events.length > 0 ? page.snapshot : snapshot };
}

async function writeDown(tx: Tx, events: readonly FeedEvent[], missed: readonly Told[], at: Date): Promise<void> {
  const subscribers = await tx.subscriber.findMany({ where: { pausedAt: null }, select: { id: true, accountId: true, types: true } });
  if (subscribers.length === 0) return;
  const told = [...(await toldOf(tx, events)), ...missed];
  await tx.notice.createMany({
    data: told.flatMap(({ accountId, ...notice }) =>
      subscribers
        .filter((subscriber) => subscriber.accountId === accountId && subscriber.types.includes(notice.type))
        .map(({ id }) => ({ ...notice, subscriberId: id, queuedAt: at, sendAfter: at })),
    ),
    skipDuplicates: true,
  });
}

/** From here on: whoever subscribes is not told of what was before. */
async function begin(history: string, at: Date): Promise<Cursor> {
  const last = await db.event.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  const begun = { epoch: history, snapshot: await currentSnapshot(), lastId: last?.id ?? 0n, promisesThrough: at };
  await db.noticeCursor.createMany({ data: [{ id: 1, ...begun }], skipDuplicates: true });
  return db.noticeCursor.findUniqueOrThrow({ where: { id: 1 } });
}

const passing = (from: Date, to: Date) => ({ promisedAt: { gt: from, lte: to } });

async function anyMissed(from: Date, to: Date): Promise<boolean> {
  return (await db.question.findFirst({ where: passing(from, to), select: { id: true } })) !== null;
}

/** Promises whose date came while the question was open. */
async function promisesMissed(tx: Tx, from: Date, to: Date): Promise<Told[]> {
  const questions = await tx.question.findMany({
    where: passing(from, to),
    select: { id: true, accountId: true, threadId: true, promisedAt: true, endedAt: true },
    orderBy: [{ promisedAt: "asc" }, { id: "asc" }],
  });
  return questions.flatMap(({ id, accountId, threadId, promisedAt, endedAt }) => {
    if (promisedAt === null || (endedAt !== null && endedAt <= promisedAt)) return [];
    const facts = { threadId, questionId: id, promisedAt: promisedAt.toISOString() };
    return [{ accountId, threadId, type: "promise.missed", key: `missed:${id}:${promisedAt.getTime()}`, at: promisedAt, facts }];
  });
}
