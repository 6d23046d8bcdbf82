import { db } from "@/lib/db";
import { sealingLag } from "@/lib/events/heads";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import type { Gauge, Labels } from "./metrics";

const QUEUES = ["replies", "ratings", "alarms", "media", "notices", "groupAnswers", "weeklyReports"];

type Measured = { labels: Labels; value: number };

/** How the desk keeps up with its work: what waits to go out, how far behind the events whoever follows them is, what was late, what was given up. */
export async function workGauges(): Promise<Gauge[]> {
  const at = now();
  const measured: Gauge[] = [];
  // One after the other: whoever answers residents needs the connections more.
  for (const measure of [waitGauges, queueGauges, lagGauges, groupingGauges, lateGauge, noticeGauge, alarmGauge])
    measured.push(...(await measure(at)));
  return measured;
}

async function waitGauges(at: Date): Promise<Gauge[]> {
  const rows = await db.$queryRaw<{ account: string; seconds: number }[]>`
    SELECT a.slug AS account, EXTRACT(epoch FROM ${at}::timestamptz - min(COALESCE(q."waitingSince", q."openedAt")))::float AS seconds
    FROM "OfficialAccount" a JOIN "Question" q ON q."accountId" = a.id AND q."endedAt" IS NULL AND (q."firstRepliedAt" IS NULL OR q."waitingSince" IS NOT NULL)
    GROUP BY a.slug ORDER BY a.slug`;
  return [
    gauge(
      "jida_oldest_wait_seconds",
      "How long the resident has waited who has waited longest for a word.",
      rows.map(({ account, seconds }) => ({ labels: { account }, value: atLeastZero(seconds) })),
    ),
  ];
}

/** Rows that are jobs: those that are due, and for how long the first of them has been; of media, those to be fetched. */
async function queueGauges(at: Date): Promise<Gauge[]> {
  const rows = await db.$queryRaw<{ queue: string; waiting: number; seconds: number | null }[]>`
    SELECT queue, count(*) FILTER (WHERE due <= ${at}::timestamptz)::int AS waiting, EXTRACT(epoch FROM ${at}::timestamptz - min(due))::float AS seconds FROM (
      SELECT 'replies' AS queue, "sendAfter" AS due FROM "Reply" WHERE status = 'queued'
      UNION ALL SELECT 'ratings', "sendAfter" FROM "RatingRequest" WHERE status = 'queued'
      UNION ALL SELECT 'alarms', "sendAfter" FROM "AlarmDelivery" WHERE status = 'queued'
      UNION ALL SELECT 'media', "nextAt" FROM "Media" WHERE state = 'wanted'
      UNION ALL SELECT 'notices', "sendAfter" FROM "Notice" WHERE status = 'queued'
      UNION ALL SELECT 'groupAnswers', g."sendAfter" FROM "GroupAnswerMember" m JOIN "GroupAnswer" g ON g.id = m."groupAnswerId" WHERE m.state = 'waiting'
      UNION ALL SELECT 'weeklyReports', "dueAt" FROM "WeeklyReport" WHERE "dueAt" IS NOT NULL
    ) work GROUP BY queue`;
  const of = (value: (row: { waiting: number; seconds: number | null }) => number) =>
    QUEUES.map((queue) => ({ labels: { queue }, value: value(rows.find((row) => row.queue === queue) ?? { waiting: 0, seconds: null }) }));
  return [
    gauge(
      "jida_queue_due",
      "Rows that could go out or be fetched now.",
      of(({ waiting }) => waiting),
    ),
    gauge(
      "jida_queue_overdue_seconds",
      "For how long the first of them could have gone out.",
      of(({ seconds }) => atLeastZero(seconds)),
    ),
  ];
}

/** Whoever follows the events: how old the first event is that has not been gone through. */
async function lagGauges(at: Date): Promise<Gauge[]> {
  const rows = await db.$queryRaw<{ follower: string; seconds: number | null }[]>`
    SELECT follower, EXTRACT(epoch FROM ${at}::timestamptz - ahead.at)::float AS seconds
    FROM (
      SELECT 'facts' AS follower, snapshot FROM "FactCursor" UNION ALL SELECT 'asks', snapshot FROM "StandingAskCursor"
      UNION ALL SELECT 'notices', snapshot FROM "NoticeCursor"
    ) cursor LEFT JOIN LATERAL (
      SELECT e.at FROM "Event" e WHERE e.xid >= pg_snapshot_xmax(cursor.snapshot::pg_snapshot) ORDER BY e.xid, e.id LIMIT 1
    ) ahead ON true`;
  const followers = [...rows, { follower: "seals", seconds: await sealingLag() }];
  const samples = followers.map(({ follower, seconds }) => ({ labels: { follower }, value: atLeastZero(seconds) }));
  return [gauge("jida_follower_lag_seconds", "How old the first event is that a follower has not gone through.", samples)];
}

async function groupingGauges(at: Date): Promise<Gauge[]> {
  const [row] = await db.$queryRaw<{ waiting: number; seconds: number | null }[]>`
    SELECT count(*)::int AS waiting, EXTRACT(epoch FROM ${at}::timestamptz - min(q."openedAt"))::float AS seconds
    FROM "Question" q WHERE q."groupedAt" IS NULL AND q."endedAt" IS NULL`;
  return [
    gauge("jida_grouping_waiting", "Open questions that have not been grouped yet.", [{ labels: {}, value: row?.waiting ?? 0 }]),
    gauge("jida_grouping_lag_seconds", "How old the first of them is.", [{ labels: {}, value: atLeastZero(row?.seconds ?? null) }]),
  ];
}

/** What was late of what began in the last 24 hours, as reports count it. */
async function lateGauge(at: Date): Promise<Gauge[]> {
  const since = after(at, -DAY);
  const rows = await db.$queryRaw<{ account: string; milestone: string; late: number }[]>`
    SELECT a.slug AS account, milestone, sum(late)::int AS late FROM "OfficialAccount" a CROSS JOIN LATERAL (
      SELECT 'first' AS milestone, count(*) AS late FROM "QuestionFact" f WHERE f."accountId" = a.id AND f.late AND f."openedAt" >= ${since}
      UNION ALL SELECT d.milestone, count(*) FROM "DutyFact" d WHERE d."accountId" = a.id AND d.at >= ${since} AND d.milestone IN ('next', 'promise', 'answer')
        AND (d."nextLate" OR d."promisesBroken" OR d."answersLate") GROUP BY d.milestone
    ) counted GROUP BY a.slug, milestone ORDER BY a.slug, milestone`;
  const samples = rows.map(({ account, milestone, late }) => ({ labels: { account, milestone }, value: late }));
  return [gauge("jida_late_last_day", "What was late of what began in the last 24 hours, by what was owed.", samples)];
}

async function noticeGauge(): Promise<Gauge[]> {
  const rows = await db.notice.groupBy({ by: ["status"], _count: true });
  const samples = rows.map(({ status, _count }) => ({ labels: { status }, value: _count }));
  return [gauge("jida_notices", "Webhooks of the last thirty days by state.", samples)];
}

async function alarmGauge(): Promise<Gauge[]> {
  const rows = await db.alarm.groupBy({ by: ["kind"], where: { endedAt: null }, _count: true });
  const samples = rows.map(({ kind, _count }) => ({ labels: { kind }, value: _count }));
  return [gauge("jida_alarms_open", "Alarms that stand, by kind.", samples)];
}

function gauge(name: string, help: string, samples: Measured[]): Gauge {
  return { name, help, samples };
}

function atLeastZero(seconds: number | null): number {
  return Math.max(0, Math.round((seconds ?? 0) * 1_000) / 1_000);
}
