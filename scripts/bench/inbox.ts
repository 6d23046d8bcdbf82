import { parseArgs } from "node:util";
import { ensureBuilt } from "@/scripts/setup/build.mjs";
import { query } from "./support/database";
import { deskEnvironment } from "./support/desk-environment";
import { type GrownDesk, growDesk } from "./support/grown-desk";
import { inboxWorks, WORDS } from "./support/inbox-works";
import { print, surroundings, tell } from "./support/report";
import { startQueries } from "./support/runner-process";
import { rounded } from "./support/statistics";
import { sideOf, type Timed, timeInTurn } from "./support/time-inbox";

// What the inbox asks of the server, in a large town and in one of a hundredth of its size: how long it takes, and how that grows.
const { values: options } = parseArgs({
  options: {
    questions: { type: "string", default: "450000" },
    samples: { type: "string", default: "200" },
    only: { type: "string", default: "" },
  },
});
const questions = Number(options.questions);
const samples = Number(options.samples);
const small = Math.max(1_000, Math.round(questions / 100));
const WARM_UP = 30;
const GROWTH_GOAL = 2;
/** Medians (p95 in brackets) at 450,000 conversations on two cores, taken once, elsewhere; quoted to have a measure. */
const QUOTED = {
  source: "Request Tracker 5.0.3 and FreeScout 1.8.235 on a machine of this class; not measured in this run",
  listOf50Ms: { requestTracker: "703 (780)", freeScout: "178 (193)" },
  openOneMs: { requestTracker: "355 (611)", freeScout: "147 (364)" },
  replyCommittedMs: { requestTracker: "161 (214)", freeScout: "687 (936)" },
  searchFrequentMs: { requestTracker: "577, subjects only", freeScout: "23941" },
};

await ensureBuilt(deskEnvironment);
print({
  bench: "inbox",
  ...(await surroundings(deskEnvironment.DATABASE_URL)),
  questions: [small, questions],
  samples,
  warmUp: WARM_UP,
});
const desks = [await growDesk(small), await growDesk(questions)];
for (const { questions: grown, grown: report } of desks) print({ grown, ...report });
const large = desks.at(-1) as GrownDesk;
print({ wordsSaidAt: large.questions, times: await timesSaid(large) });

const sides = [];
for (const desk of desks) sides.push(await sideOf(desk, await startQueries(desk.environment), await inboxWorks(desk)));
const works = sides[0]?.works.filter(({ name }) => name.includes(options.only)) ?? [];
const figures: { work: string; goalMs: number; small: Timed; large: Timed }[] = [];
for (const { name, goalMs } of works) {
  const [one, other] = (await timeInTurn(sides, name, { warmUp: WARM_UP, samples })) as [Timed, Timed];
  figures.push({ work: name, goalMs, small: one, large: other });
  print({ work: name, goalMs, small: one, large: other, growth: growthOf(one, other) });
}
for (const { connection, queries, desk } of sides) {
  connection.close();
  queries.stop();
  await desk.web.stop();
}

const slow = figures.filter(({ goalMs, large: timed }) => timed.http.p95 > goalMs);
const grows = figures.filter((figure) => growthOf(figure.small, figure.large).p50 > GROWTH_GOAL);
print({
  summary: "inbox",
  comparedWith: `the same build on ${desks[0]?.questions} questions, request by request in turn`,
  samplesEach: samples,
  p95Ms: Object.fromEntries(figures.map(({ work, large: timed }) => [work, timed.http.p95])),
  growthOfP50: Object.fromEntries(figures.map((figure) => [figure.work, growthOf(figure.small, figure.large).p50])),
  growthOfP95: Object.fromEntries(figures.map((figure) => [figure.work, growthOf(figure.small, figure.large).p95])),
  refused: figures.reduce((sum, figure) => sum + figure.small.refused + figure.large.refused, 0),
  goals: {
    p95Ms: { list: 50, search: 100, met: slow.length === 0, missedBy: slow.map(({ work }) => work) },
    growth: { goal: GROWTH_GOAL, of: "p50 over HTTP", met: grows.length === 0, missedBy: grows.map(({ work }) => work) },
  },
  quoted: QUOTED,
});

function growthOf(small: Timed, big: Timed) {
  const ratio = (one: number, other: number) => rounded(other / one);
  return {
    p50: ratio(small.http.p50, big.http.p50),
    p95: ratio(small.http.p95, big.http.p95),
    queriesP50: ratio(small.queries.p50, big.queries.p50),
  };
}

async function timesSaid({ environment }: GrownDesk) {
  const said: Record<string, number> = {};
  for (const word of Object.values(WORDS).flat()) {
    tell(`counting ${word}`);
    const [row] = await query<{ times: number }>(
      environment.DATABASE_URL,
      `SELECT count(*)::int AS times FROM "Message" WHERE text LIKE '%' || $1 || '%'`,
      [word],
    );
    said[word] = row?.times ?? 0;
  }
  return said;
}
