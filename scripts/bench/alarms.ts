import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { currentSnapshot, eventsSince } from "@/lib/events/feed";
import { query } from "./support/database";
import { deskEnvironment, seedAccount } from "./support/desk-environment";
import { processorSeconds } from "./support/processor-time";
import { print, surroundings, tell } from "./support/report";
import { plantClocks, timeLooks } from "./support/running-clocks";
import { startWorker } from "./support/servers";
import { rounded, spreadOf } from "./support/statistics";

// How long after its instant an escalation stands in the database for everybody to see, with many clocks running and two workers sweeping.
const { values: options } = parseArgs({
  options: {
    clocks: { type: "string", default: "10000" },
    seconds: { type: "string", default: "90" },
    ended: { type: "string", default: "100000" },
  },
});
const [clocks, seconds, ended] = [options.clocks, options.seconds, options.ended].map(Number) as [number, number, number];
const GOAL_MS = 2_000;
const WARM_UP = 1_000;
/** For the clocks to be written. */
const LEAD = 15;
const LOOK_EVERY = 20;
const PATIENCE = 30_000;
const LOOKS = 100;

const url = deskEnvironment.DATABASE_URL;
await seedAccount();
print({ bench: "alarms", ...(await surroundings(url)), clocks, seconds, ended });
tell(`${ended} questions that have ended, and ${WARM_UP} clocks to warm the workers up`);
await plantClocks(url, { clocks: WARM_UP, seconds: 10, ended, lead: 0 });
const workers = [startWorker(deskEnvironment), startWorker(deskEnvironment)];
await untilToldOf(WARM_UP);
tell(`${clocks} running clocks`);
const since = await currentSnapshot();
const clocksBegunAt = new Date();
await plantClocks(url, { clocks, seconds, ended: 0, lead: LEAD });
const spent = () => workers.reduce((sum, { pid }) => sum + processorSeconds(pid), 0);
const before = spent();
const late = await follow(since);
const processorMs = rounded(((spent() - before) * 1000) / clocks);
for (const worker of workers) await worker.stop();
const looks = await timeLooks(url, LOOKS);
print({ looks: LOOKS, ...looks });

const [{ members = 0, twice = 0 } = {}] = await query<{ members: number; twice: number }>(
  url,
  `SELECT count(*)::int AS members, (count(*) - count(DISTINCT ("questionId", step, round)))::int AS twice
   FROM "AlarmMember" WHERE step = 0 AND "joinedAt" >= $1`,
  [clocksBegunAt],
);
const distance = spreadOf(late);
print({
  summary: "alarms",
  comparedWith: "reading every open clock without the index of instants, in the same database",
  clocks,
  overSeconds: seconds,
  raised: members,
  missed: clocks - members,
  twice,
  distanceMs: distance,
  workersProcessorMsEach: processorMs,
  load: os.loadavg()[0],
  goal: { maxMs: GOAL_MS, met: distance.max <= GOAL_MS && members === clocks && twice === 0 },
  lookMs: looks,
});
process.exit(0);

async function untilToldOf(count: number): Promise<void> {
  for (let told = 0; told < count; ) {
    await pause(500);
    [{ told = 0 } = {}] = await query<{ told: number }>(url, `SELECT count(*)::int AS told FROM "AlarmMember" WHERE step = 0`);
  }
}

/** Reads the feed as every screen does, and notes how long after its instant each first step stands there. */
async function follow(from: string): Promise<number[]> {
  const fresh = await query<{ id: string; at: Date }>(
    url,
    `SELECT id, "escalateAt" AS at FROM "Question" WHERE escalations = 0 AND "escalateAt" IS NOT NULL`,
  );
  const due = new Map(fresh.map(({ id, at }) => [id, at.getTime()] as const));
  const until = Math.max(...due.values()) + PATIENCE;
  const distances: number[] = [];
  let snapshot = from;
  while (distances.length < due.size && Date.now() < until) {
    const page = await eventsSince(snapshot, 20_000);
    const seenAt = Date.now();
    snapshot = page.snapshot;
    for (const { type, questionId, facts } of page.events) {
      const at = questionId === null || type !== "alarm.raised" || facts?.step !== 0 ? undefined : due.get(questionId);
      if (at !== undefined) distances.push(seenAt - at);
    }
    await pause(LOOK_EVERY);
  }
  return distances;
}
