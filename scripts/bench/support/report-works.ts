import { db, pool } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { readDrill } from "@/lib/reports/drill";
import * as reports from "@/lib/reports/queries";
import type { Period } from "@/lib/reports/rules";
import { drillParams, reportParams } from "@/lib/reports/schema";
import { now } from "@/lib/time/clock";
import { DEFAULT_TIME_ZONE, dayOf, daysLater } from "@/lib/time/zones";

export type Work = { name: string; run: () => Promise<unknown> };

const NAIVE = `SELECT count(*), count(q."firstRepliedAt"), count(*) FILTER (WHERE q."firstRepliedAt" <= q."dueAt"),
    percentile_disc(ARRAY[0.5, 0.9, 0.99]) WITHIN GROUP (ORDER BY q."firstRepliedAt" - q."openedAt")
  FROM "Question" q WHERE q."openedAt" >= $1::date AT TIME ZONE 'Asia/Shanghai' AND q."openedAt" < ($2::date + 1) AT TIME ZONE 'Asia/Shanghai'`;

/** Every report and drill, over a year and over a week, and the plain aggregate over questions that they stand in for. */
export async function reportWorks(): Promise<Work[]> {
  // A kept town ended when it was grown.
  const today = process.env.TOWN_ENDS || dayOf(now(), DEFAULT_TIME_ZONE);
  const spans = { year: { from: daysLater(today, -364), to: today }, week: { from: daysLater(today, -6), to: today } };
  return (await Promise.all(Object.entries(spans).map(([span, period]) => worksOf(span, period)))).flat();
}

async function worksOf(span: string, period: Period): Promise<Work[]> {
  const accounts = await db.officialAccount.findMany({ select: { id: true } });
  const scope = scopeOf(accounts.map(({ id }) => id));
  const query = { ...reportParams.parse({}), ...period };
  const [officer] = await db.questionFact.findMany({ where: { officerId: { not: null } }, select: { officerId: true }, take: 1 });
  const [topic] = await db.topic.findMany({ select: { id: true }, take: 1 });
  const [matter] = await reports.readClusters(scope, query, 1);
  const own = { officer: officer?.officerId ?? "none", topic: topic?.id ?? "none", cluster: matter?.key ?? "none" };
  const narrow = {
    summary: {},
    compared: { compare: "previous" as const },
    ofKind: { kind: "complaint" as const },
    ofInquiries: { kind: "inquiry" as const, outside: "in" as const },
    ofOfficer: { officer: own.officer },
    ofTopic: { topic: own.topic },
    ofCluster: { cluster: own.cluster },
    ofOfficerAndKind: { officer: own.officer, kind: "inquiry" as const },
    ofOfficerAndTopic: { officer: own.officer, topic: own.topic },
  };
  const lists = {
    ...{ days: reports.readDays, heatMap: reports.readHeatMap, officers: reports.readOfficers, accounts: reports.readAccounts },
    ...{ kinds: reports.readKinds, topics: reports.readTopics, clusters: reports.readClusters, breaches: reports.readBreaches },
    ...{ satisfaction: reports.readSatisfaction, backlog: reports.readBacklog },
  };
  const middle = daysLater(period.from, span === "year" ? 180 : 3);
  const drills: [string, object][] = [
    ...["opened", "responded", "late", "running", "unanswered", "reopened", "open", "nextLate", "promised", "promisesBroken"].map(
      (measure): [string, object] => [measure, { measure }],
    ),
    ["slowest responses", { measure: "responded", order: "slowest" }],
    ["slowest late", { measure: "late", order: "slowest" }],
    ["an hour of the week", { measure: "late", weekday: 2, hour: 10 }],
    ["an officer's late", { measure: "late", officer: own.officer }],
    ["an officer's answers of a kind", { measure: "answered", officer: own.officer, kind: "complaint" }],
    ["a topic's", { measure: "opened", topic: own.topic }],
    ["a reason", { measure: "late", reason: "unclaimed" }],
    ["backlog of a day", { measure: "backlog", day: middle }],
  ];
  return [
    ...Object.entries(narrow).map(([name, more]) => ({
      name: `${span}: ${name}`,
      run: () => reports.readSummary(scope, { ...query, ...more }),
    })),
    ...Object.entries(lists).map(([name, read]) => ({ name: `${span}: ${name}`, run: () => read(scope, query) })),
    ...drills.map(([name, params]) => ({
      name: `${span}: drill ${name}`,
      run: () => readDrill(scope, { ...drillParams.parse(params), ...period }),
    })),
    { name: `${span}: naive aggregate`, run: () => pool.query(NAIVE, [period.from, period.to]) },
  ];
}
