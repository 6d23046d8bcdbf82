import { db } from "@/lib/db";
import { lastBeat } from "@/lib/intake/queries";
import { OPEN } from "@/lib/questions/order";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { within } from "./deadline";
import type { Gauge } from "./metrics";
import { remembered } from "./remembered";
import { workGauges } from "./work-gauges";

const REMEMBERED = 5 * SECOND;
const PATIENCE = 2 * SECOND;

/** What the database says of the whole desk, at most five seconds old; without an answer only that it gave none. */
export const currentGauges = remembered(REMEMBERED, async (): Promise<Gauge[]> => {
  const measured = await within(PATIENCE, deskGauges()).catch(() => null);
  const up = { name: "jida_database_up", help: "1 when the database answered.", samples: [{ labels: {}, value: measured ? 1 : 0 }] };
  const work = measured ? await within(PATIENCE, workGauges()).catch(() => []) : [];
  return [up, ...(measured ?? []), ...work];
});

/** What waits for an answer, how replies stand, and whether a worker is there. */
export async function deskGauges(): Promise<Gauge[]> {
  return (await Promise.all([questionGauges(), replyGauge(), workerGauge()])).flat();
}

async function questionGauges(): Promise<Gauge[]> {
  const rows = await db.$queryRaw<{ account: string; open: number; late: number }[]>`
    SELECT a.slug AS account, count(q.id)::int AS open, count(q.id) FILTER (WHERE q."owedAt" < ${now()}::timestamptz)::int AS late
    FROM "OfficialAccount" a LEFT JOIN "Question" q ON q."accountId" = a.id AND ${OPEN} GROUP BY a.slug ORDER BY a.slug`;
  const gauge = (name: string, help: string, field: "open" | "late") => ({
    name,
    help,
    samples: rows.map((row) => ({ labels: { account: row.account }, value: row[field] })),
  });
  return [
    gauge("jida_questions_open", "Questions that wait for an answer.", "open"),
    gauge("jida_questions_late", "Open questions whose response, promise or answer is past due.", "late"),
  ];
}

async function replyGauge(): Promise<Gauge[]> {
  const rows = await db.reply.groupBy({ by: ["status"], _count: true });
  const samples = rows.map(({ status, _count }) => ({ labels: { status }, value: _count }));
  return [{ name: "jida_replies", help: "Replies by state.", samples }];
}

async function workerGauge(): Promise<Gauge[]> {
  const heard = await lastBeat("worker");
  const samples = heard ? [{ labels: {}, value: Math.max(0, (now().getTime() - heard.getTime()) / SECOND) }] : [];
  return [{ name: "jida_worker_heartbeat_age_seconds", help: "Seconds since a worker was last heard.", samples }];
}
