import { namelessTitle } from "@/lib/clusters/rules";
import { db } from "@/lib/db";
import { lastBeat } from "@/lib/intake/queries";
import type { Scope } from "@/lib/officers/scope";
import { lateBefore, viewConditions } from "@/lib/questions/conditions";
import { type AccountDays, accountDays } from "@/lib/questions/days";
import { OPEN } from "@/lib/questions/order";
import { dutyGap, whoIsOnDuty } from "@/lib/shifts/queries";
import { FIRST_RESPONSE_MINUTES } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { type Board, HOT_NEWCOMERS, HOT_SHOWN, hotCluster, NEWCOMER_MINUTES, QUICK_MINUTES, wallTitle } from "./rules";

/** Further back nobody looks for the last message of a silent account. */
const HEARD_WITHIN = 6 * HOUR;
/** No day is longer, not even where clocks go back. Said to the planner, who can't know when a day began and would read all there is. */
const LONGEST_DAY = 25 * HOUR;
const USUAL_DAYS = 7;
const SAID_READ = 300;
const STARTS = Prisma.sql`COALESCE(q."countedFrom", q."openedAt")`;

type Hour = Board["hour"];
type Today = Board["today"];
type Account = Board["accounts"][number] & { id: string };

/** Everything that a wall shows of a scope's accounts at one instant. What is open is read; of what has ended, today's and the last hour's. */
export async function boardOf(scope: Scope, at = now()): Promise<Board> {
  const known = accountsOf(scope, at);
  const [accounts, duty, counted, clusters, workerHeardAt] = await Promise.all([
    known,
    known.then((accounts) => onDutyOf(accounts, at)),
    countedOf(scope, at),
    clustersOf(scope, at),
    lastBeat("worker"),
  ]);
  return { now: at, accounts: accounts.map(({ id, ...account }) => account), workerHeardAt, clusters, ...counted, ...duty };
}

/** All that is counted, in one statement: a wall asks every two seconds, and each statement has its price. */
async function countedOf(scope: Scope, at: Date): Promise<Pick<Board, "open" | "hour" | "today">> {
  const days = await accountDays(scope, at);
  const [row] = await db.$queryRaw<(Board["open"] & Hour & Today)[]>`
    SELECT * FROM (${openOf(days, at)}) open CROSS JOIN (${lastHour(scope, at)}) hour CROSS JOIN (${todayOf(days, at)}) today`;
  if (!row) throw new Error("counts without GROUP BY gave no row");
  const { responses, median, ninetieth, asked, owed, withinTen, withinThree, ...open } = row;
  return { open, hour: { responses, median, ninetieth }, today: { asked, owed, withinTen, withinThree } };
}

function openOf({ accounts }: AccountDays, at: Date): Prisma.Sql {
  // Of the views only those that are the same for everybody.
  const { waiting, dueSoon, overdue } = viewConditions("", at);
  return Prisma.sql`
    SELECT count(*) FILTER (WHERE ${waiting})::int AS waiting, count(*) FILTER (WHERE ${dueSoon})::int AS "dueSoon",
      count(*) FILTER (WHERE ${overdue})::int AS late, count(*) FILTER (WHERE q.calm = 0)::int AS dangers,
      count(*) FILTER (WHERE q."promisedAt" >= account."dayFrom" AND q."promisedAt" < account."dayUntil")::int AS "promisedToday",
      min(COALESCE(q."waitingSince", q."openedAt"))
        FILTER (WHERE ${waiting} AND (q."firstRepliedAt" IS NULL OR q."waitingSince" IS NOT NULL)) AS "oldestSince",
      min(q."owedAt") FILTER (WHERE q."owedAt" >= ${lateBefore(at)}) AS "nextOwedAt",
      min(q."owedAt") FILTER (WHERE q."owedAt" < ${lateBefore(at)}) AS "lateOwedAt",
      COALESCE(min(q."owedAt") FILTER (WHERE q."owedAt" < ${lateBefore(at)})
        = min(q."owedAt") FILTER (WHERE q."owedAt" < ${lateBefore(at)} AND q."promisedAt" = q."owedAt"), false) AS "latePromise",
      COALESCE(min(q."owedAt") FILTER (WHERE q."owedAt" < ${lateBefore(at)})
        = min(q."owedAt") FILTER (WHERE q."owedAt" < ${lateBefore(at)} AND ${OWES_ANSWER}), false) AS "lateAnswer"
    FROM ${accounts} JOIN "Question" q ON q."accountId" = account.id AND ${OPEN}`;
}

/** Nothing but the answer is owed then. */
const OWES_ANSWER = Prisma.sql`q."answerDueAt" = q."owedAt" AND q."promisedAt" IS DISTINCT FROM q."owedAt"
  AND CASE WHEN q."firstRepliedAt" IS NULL THEN q."dueAt" WHEN q."waitingSince" IS NOT NULL THEN q."nextDueAt" END IS DISTINCT FROM q."owedAt"`;

type Crowd = { id: string; place: string; matter: string; named: boolean; people: number; newcomers: number };

/** By how fast they grow, then by how many they are: people, for one who writes again is no crowd. */
async function clustersOf(scope: Scope, at: Date): Promise<Board["clusters"]> {
  const crowds = await db.$queryRaw<Crowd[]>`
    SELECT c.id, c.place, c.matter, c."namedById" IS NOT NULL AS named, crowd.people, crowd.newcomers FROM (
      SELECT q."clusterId", count(DISTINCT q."threadId")::int AS people,
        count(DISTINCT q."threadId") FILTER (WHERE q."openedAt" > ${after(at, -NEWCOMER_MINUTES * MINUTE)})::int AS newcomers
      FROM "Question" q WHERE q."accountId" = ANY(${[...scope.accountIds]}::uuid[]) AND ${OPEN} AND q."clusterId" IS NOT NULL
      GROUP BY q."clusterId" HAVING count(*) >= ${HOT_NEWCOMERS}
    ) crowd JOIN "Cluster" c ON c.id = crowd."clusterId"
    ORDER BY crowd.newcomers DESC, crowd.people DESC, c.id`;
  const shown = crowds.filter(hotCluster).slice(0, HOT_SHOWN);
  return Promise.all(
    shown.map(async ({ id, people, newcomers, ...crowd }) => ({ id, people, newcomers, title: await titleOf(id, crowd) })),
  );
}

/** The machine names no person; what an officer calls a matter is held against what its residents said of themselves. */
async function titleOf(clusterId: string, { named, ...title }: Pick<Crowd, "place" | "matter" | "named">): Promise<string | null> {
  if (!named) return wallTitle(title);
  const where = { direction: "inbound" as const, question: { clusterId, answeredAt: null, closedAt: null } };
  const said = await db.message.findMany({ where, select: { text: true }, orderBy: { seq: "desc" }, take: SAID_READ });
  return wallTitle(
    namelessTitle(
      title,
      said.map(({ text }) => text),
    ),
  );
}

function lastHour(scope: Scope, at: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS responses, percentile_disc(0.5) WITHIN GROUP (ORDER BY took)::float8 AS median,
      percentile_disc(0.9) WITHIN GROUP (ORDER BY took)::float8 AS ninetieth
    FROM (
      SELECT GREATEST(0, CEIL(EXTRACT(EPOCH FROM q."firstRepliedAt" - ${STARTS}))) AS took FROM "Question" q
      WHERE q."accountId" = ANY(${[...scope.accountIds]}::uuid[]) AND q."firstRepliedAt" > ${after(at, -HOUR)} AND q."firstRepliedAt" <= ${at}
    ) response`;
}

/** What came today, counted as reports count it. */
function todayOf({ accounts }: AccountDays, at: Date): Prisma.Sql {
  const within = (minutes: number) =>
    Prisma.sql`count(*) FILTER (WHERE q."firstRepliedAt" <= ${STARTS} + ${minutes} * interval '1 minute')::int`;
  return Prisma.sql`
    SELECT count(*) FILTER (WHERE q."followsId" IS NULL)::int AS asked,
      count(*) FILTER (WHERE q."firstRepliedAt" IS NOT NULL
        OR (q."answeredAt" IS NULL AND COALESCE(q."closedAt", ${at}::timestamptz) > q."dueAt"))::int AS owed,
      ${within(FIRST_RESPONSE_MINUTES)} AS "withinTen", ${within(QUICK_MINUTES)} AS "withinThree"
    FROM ${accounts} JOIN "Question" q ON q."accountId" = account.id AND q."openedAt" >= account."dayFrom"
    WHERE q."openedAt" BETWEEN ${after(at, -LONGEST_DAY)} AND ${at}`;
}

/** The accounts, and when each was last heard: by the time in a message's id, so that no index of its own is kept on the busiest table. */
async function accountsOf(scope: Scope, at: Date): Promise<Account[]> {
  return db.$queryRaw<Account[]>`
    SELECT a.id, a.name,
      (SELECT m."receivedAt" FROM "Message" m
        WHERE m.id >= ${firstIdOf(after(at, -HEARD_WITHIN))}::uuid AND m."accountId" = a.id AND m.direction = 'inbound'
        ORDER BY m.id DESC LIMIT 1) AS "lastMessageAt",
      (SELECT count(*)::float8 / ${USUAL_DAYS} FROM generate_series(1, ${USUAL_DAYS}) ago JOIN "Question" q
        ON q."accountId" = a.id AND q."openedAt" > ${after(at, -HOUR)}::timestamptz - ago * interval '1 day'
          AND q."openedAt" <= ${at}::timestamptz - ago * interval '1 day') AS "usualPerHour"
    FROM "OfficialAccount" a WHERE a.id = ANY(${[...scope.accountIds]}::uuid[]) ORDER BY a.slug`;
}

/** The least UUID of version 7 that was made at an instant or later. */
function firstIdOf(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

async function onDutyOf(accounts: readonly Account[], at: Date): Promise<Pick<Board, "onDuty" | "unattended">> {
  const duties = await Promise.all(
    accounts.map(async ({ id, name }) => {
      const people = await whoIsOnDuty(id, at);
      const gap = people.length === 0 ? await dutyGap(id, at) : null;
      return { people, unattended: gap ? [{ name, since: gap.since }] : [] };
    }),
  );
  const people = duties.flatMap((duty) => duty.people);
  return {
    onDuty: [...new Map(people.map(({ officerId, name }) => [officerId, { officerId, name }])).values()],
    unattended: duties.flatMap((duty) => duty.unattended),
  };
}
