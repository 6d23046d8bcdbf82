import { setTimeout as pause } from "node:timers/promises";
import { answerUntilStopped } from "./crash-answers";
import { type CrashDesk, startCrashDesk, type Victim } from "./crash-desk";
import { writeUntilStopped } from "./crash-load";
import { acknowledgedIn, judge } from "./crash-verdict";
import { query } from "./database";
import { followFeed } from "./feed-reader";
import { apiToken, signedInOfficers } from "./people";
import type { Random } from "./random";
import { addFaults, callSandbox, journalOf } from "./sandbox-calls";

export type CrashPlan = { dataFolder: string; victims: readonly Victim[]; random: Random; roundSeconds: number };
export type CrashRound = {
  round: number;
  killed: Victim;
  afterMs: number;
  downMs: number;
  acknowledgedSoFar: number;
  acceptedSoFar: number;
};

const EARLIEST = 500;
const QUIET_PATIENCE = 180_000;
/** The feed is read ten times a second. */
const LAST_FEED = 2_000;

/**
 * Residents write, officers answer, a browser watches, and one part after another is killed at a random moment. When all is quiet
 * again, judges what became of every message, reply and row.
 */
export async function runCrashes(plan: CrashPlan, onRound: (round: CrashRound) => void = () => {}) {
  const desk = await startCrashDesk(plan.dataFolder);
  try {
    return await crash(desk, plan, onRound);
  } finally {
    await desk.stop();
  }
}

async function crash(desk: CrashDesk, { victims, random, roundSeconds }: CrashPlan, onRound: (round: CrashRound) => void) {
  const { port, databaseUrl, sandbox } = desk;
  const [cookie = ""] = await signedInOfficers(databaseUrl, desk.authSecret, 1);
  const feed = followFeed({ port, cookie, databaseUrl });
  const load = writeUntilStopped(sandbox.url);
  const officers = answerUntilStopped({ port, token: (await apiToken(databaseUrl)).token });

  for (const [index, killed] of victims.entries()) {
    const begun = performance.now();
    await addFaults(sandbox.url, random);
    const afterMs = Math.round(EARLIEST + random() * roundSeconds * 400);
    await pause(afterMs);
    const { downMs } = await desk.kill(killed);
    await pause(Math.max(0, begun + roundSeconds * 1000 - performance.now()));
    const acknowledgedSoFar = acknowledgedIn(await journalOf(sandbox.url)).size;
    onRound({ round: index + 1, killed, afterMs, downMs, acknowledgedSoFar, acceptedSoFar: officers.answers.accepted.size });
  }

  await load.stop();
  await officers.stop();
  await callSandbox(sandbox.url, "DELETE", "/sandbox/faults");
  await untilNothingIsOnItsWay(databaseUrl);
  await pause(LAST_FEED);
  await feed.stop();
  const verdict = await judge({ sandboxUrl: sandbox.url, databaseUrl, answers: officers.answers, seen: feed.seen });
  return { ...verdict, refusedByDesk: officers.answers.refused.length, feed: feed.counts };
}

/** A reply held back by a fault is tried again, one whose sender was killed becomes unknown when its lease ends. */
async function untilNothingIsOnItsWay(databaseUrl: string) {
  const end = performance.now() + QUIET_PATIENCE;
  const text = `SELECT count(*)::int AS count FROM "Reply" WHERE status IN ('queued', 'sending')`;
  while (performance.now() < end) {
    const [left] = await query<{ count: number }>(databaseUrl, text);
    if (left?.count === 0) return;
    await pause(500);
  }
}
