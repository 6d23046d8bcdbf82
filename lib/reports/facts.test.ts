import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at } from "@/lib/questions/testing";
import { policyInput } from "@/lib/sla/schema";
import { DEFAULT_POLICY } from "@/lib/sla/terms";
import { after, DAY, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { dayOf, daysLater } from "@/lib/time/zones";
import { town } from "@/prisma/town";
import { readDrill } from "./drill";
import { followEvents, rebuildFacts } from "./follow";
import { readBacklog, readBreaches, readClusters, readDays, readHeatMap, readKinds, readOfficers, readSummary } from "./queries";
import { drillParams, periodFilled, reportParams } from "./schema";
import { allFacts, live } from "./testing/life";
import { COMPARED, howMany, type Naive, naively, percentile } from "./testing/naive";

const STEPS = 100;
const calendarDay = (instant: Date) => dayOf(instant, "Asia/Shanghai");

test("facts that followed the events, a rebuild and a count by other ways agree, row by row and number by number", {
  timeout: 300_000,
}, async () => {
  const desk = await town();
  await wantsAnswers(desk);
  const end = await live(desk, at(0), STEPS, async (now) => void (await followEvents(now)));
  const later = after(end, DAY);
  for (let round = 0; round < 4; round += 1) await followEvents(later);
  const followed = await allFacts();
  expect(followed.questions.length).toBe(await db.question.count());

  expect(await rebuildFacts(() => undefined, later)).toMatchObject({ differed: 0 });
  await db.tally.updateMany({ where: { cut: "officer", monthly: false }, data: { opened: { increment: 1 } } });
  await db.distribution.deleteMany({ where: { monthly: true } });
  await db.clusterTotal.updateMany({ data: { opened: { increment: 1 } } });
  expect((await rebuildFacts(() => undefined, later)).differed).toBeGreaterThan(0);
  expect(await allFacts()).toEqual(followed);

  await db.questionFact.deleteMany();
  await db.dutyFact.deleteMany();
  const endsEarly = () => {
    throw new Error("ended early");
  };
  await expect(rebuildFacts(endsEarly, after(later, -HOUR))).rejects.toThrow("ended early");
  expect((await allFacts()).sums).toEqual([]);
  for (let isBehind = true; isBehind; ) isBehind = (await followEvents(later)).behind;
  expect(await allFacts()).toEqual(followed);

  await db.questionFact.deleteMany();
  await db.dutyFact.deleteMany();
  expect((await allFacts()).sums).toEqual([]);
  await rebuildFacts(() => undefined, later);
  expect(await allFacts()).toEqual(followed);

  const all = await naively(later);
  expect([howMany(all, "answersOwed") > 0, howMany(all, "answersOwed") < howMany(all, "opened")]).toEqual([true, true]);
  const days = { from: calendarDay(at(0)), to: calendarDay(later) };
  const query = { ...reportParams.parse({}), ...days };
  const { scope } = desk.lin;
  const { numbers } = await readSummary(scope, query);
  expect(numbers.counts).toMatchObject(counted(all));
  const firsts = all.filter(({ counts }) => counts.responded).map(({ seconds }) => seconds ?? 0);
  const nexts = all.filter(({ counts }) => counts.nextResponded).map(({ seconds }) => seconds ?? 0);
  for (const [spread, seconds] of [[numbers.spreads.first, firsts] as const, [numbers.spreads.next, nexts] as const]) {
    expect(spread).toEqual({
      count: seconds.length,
      ...{ median: percentile(seconds, 0.5), p90: percentile(seconds, 0.9), p99: percentile(seconds, 0.99) },
    });
  }

  const byDay = await readDays(scope, query);
  for (const { day, counts } of byDay) expect(counts).toMatchObject(counted(all.filter((one) => calendarDay(one.at) === day)));
  for (const { weekday, hour, counts } of await readHeatMap(scope, query)) {
    const local = (one: Naive) => after(one.at, 8 * HOUR);
    const cell = all.filter((one) => (local(one).getUTCDay() || 7) === weekday && local(one).getUTCHours() === hour);
    expect(counts).toMatchObject(counted(cell));
    expect((await readDrill(scope, { ...drillParams.parse({ measure: "opened", weekday, hour }), ...days })).total).toBe(counts.opened);
  }
  for (const row of await readOfficers(scope, query)) {
    const own = all.filter(({ officerId }) => officerId === row.key);
    expect(row.counts).toMatchObject(counted(own));
    const seconds = own.filter(({ counts }) => counts.responded).map((one) => one.seconds ?? 0);
    expect(row.first).toMatchObject({ count: seconds.length, median: percentile(seconds, 0.5), p90: percentile(seconds, 0.9) });
    const narrowed = await readSummary(scope, { ...query, officer: row.key ?? "none", kind: "inquiry" });
    expect(narrowed.numbers.counts).toMatchObject(counted(own.filter(({ kind }) => kind === "inquiry")));
  }
  const longer = { ...query, from: daysLater(days.from, -90) };
  for (const narrowed of [{}, { kind: "inquiry" as const }]) {
    const clusters = await readClusters(scope, { ...query, ...narrowed });
    for (const { key, counts } of clusters)
      expect(counts.opened).toBe((await readSummary(scope, { ...query, ...narrowed, cluster: key })).numbers.counts.opened);
    expect(await readClusters(scope, { ...longer, ...narrowed })).toEqual(clusters);
  }
  for (const row of await readKinds(scope, query)) expect(row.counts).toMatchObject(counted(all.filter(({ kind }) => kind === row.key)));
  const late = howMany(all, "late") + howMany(all, "nextLate") + howMany(all, "promisesBroken") + howMany(all, "answersLate");
  expect((await readBreaches(scope, query)).reduce((sum, { count }) => sum + count, 0)).toBe(late);

  const questions = await db.question.findMany();
  for (const { day, backlog } of await readBacklog(scope, query)) {
    const isOpen = ({ openedAt, endedAt }: (typeof questions)[number]) =>
      calendarDay(openedAt) <= day && (endedAt === null || calendarDay(endedAt) > day);
    expect(backlog).toBe(questions.filter(isOpen).length);
    const drilled = await readDrill(scope, { ...drillParams.parse({ measure: "backlog", day }), ...days });
    expect([drilled.total, drilled.rows.length]).toEqual([backlog, Math.min(50, backlog)]);
  }
  for (const measure of COMPARED) {
    const rows = await drilled({ measure, order: measure.endsWith("d") ? "slowest" : "newest" });
    const named = all.filter(({ counts }) => counts[measure]).map(({ questionId }) => questionId);
    expect(rows.map(({ questionId }) => questionId).sort()).toEqual(named.sort());
  }

  async function drilled(params: object) {
    const rows = [];
    for (let cursor: string | undefined; ; ) {
      const page = await readDrill(scope, { ...periodFilled(drillParams.parse({ ...params, cursor }), days.to), ...days });
      rows.push(...page.rows);
      expect(rows.length <= page.total).toBe(true);
      if (!page.nextCursor) {
        expect(rows.length).toBe(page.total);
        return rows;
      }
      cursor = page.nextCursor;
    }
  }
  expect(daysLater(days.from, byDay.length - 1)).toBe(days.to);
});

/** After an hour answers are owed in two hours; before there is no time for them. */
async function wantsAnswers({ accountId, admin }: Awaited<ReturnType<typeof town>>) {
  const [rule] = DEFAULT_POLICY.rules;
  const policy = policyInput.parse({ ...DEFAULT_POLICY, rules: [{ ...rule, answerMinutes: 120 }] });
  const from = { effectiveFrom: after(at(0), HOUR), savedAt: at(0) };
  await db.slaPolicy.create({ data: { accountId, officerId: admin.id, policy, ...from } });
}

function counted(all: readonly Naive[]) {
  return Object.fromEntries(COMPARED.map((measure) => [measure, howMany(all, measure)]));
}
