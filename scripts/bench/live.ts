import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureBuilt } from "@/scripts/setup/build.mjs";
import { deskEnvironment, seedAccount } from "./support/desk-environment";
import { signedInOfficers } from "./support/people";
import { processorSeconds } from "./support/processor-time";
import { print, surroundings, tell } from "./support/report";
import { startWeb } from "./support/servers";
import { median, rounded } from "./support/statistics";
import { pushSteadily } from "./support/steady-pushes";
import { type Watch, watchStreams } from "./support/watch-streams";

// How soon after WeChat has its answer the message stands on every officer's screen, and what open screens cost.
const { values: options } = parseArgs({
  options: {
    streams: { type: "string", default: "50" },
    rate: { type: "string", default: "50" },
    seconds: { type: "string", default: "20" },
    rounds: { type: "string", default: "3" },
  },
});
const [streams, perSecond, seconds, rounds] = [options.streams, options.rate, options.seconds, options.rounds].map(Number) as [
  number,
  number,
  number,
  number,
];
const IDLE_SECONDS = 10;
const LONGEST_DELAY = 3_000;

await ensureBuilt(deskEnvironment);
await seedAccount();
const web = await startWeb(deskEnvironment);
print({ bench: "live", ...(await surroundings(deskEnvironment.DATABASE_URL)), streams, perSecond, seconds, rounds });
const cookies = await signedInOfficers(deskEnvironment.DATABASE_URL, String(deskEnvironment.AUTH_SECRET), streams);

const alone = await idleShare();
const figures: (ReturnType<Watch["report"]> & { refused: number; webCpuPercent: number })[] = [];
const idle: number[] = [];
for (let round = 1; round <= rounds; round += 1) {
  const watch = await watchStreams(web.port, cookies);
  idle.push(await idleShare());
  const load = { port: web.port, perSecond, seconds, firstId: 25_000_000_000_000 + round * 1_000_000 };
  const before = processorSeconds(web.pid);
  const refused = await pushSteadily(load, watch.answered);
  const busy = rounded(((processorSeconds(web.pid) - before) / seconds) * 100);
  await pause(LONGEST_DELAY);
  watch.close();
  const measured = { ...watch.report(), refused, webCpuPercent: busy };
  figures.push(measured);
  print({ round, ...measured, webIdleCpuPercent: idle.at(-1) });
}
await web.stop();

const p95 = median(figures.map(({ delayMs }) => delayMs.p95));
const total = (name: "missed" | "duplicated" | "refused" | "endedStreams") => figures.reduce((sum, figure) => sum + figure[name], 0);
print({
  summary: "live",
  comparedWith: "the same web process with no stream open",
  medianMs: { p50: median(figures.map(({ delayMs }) => delayMs.p50)), p95, max: Math.max(...figures.map(({ delayMs }) => delayMs.max)) },
  goal: { p95Ms: 300, met: p95 <= 300 && total("missed") === 0 },
  missed: total("missed"),
  duplicated: total("duplicated"),
  refused: total("refused"),
  endedStreams: total("endedStreams"),
  webCpuPercent: { noStream: alone, streamsIdle: median(idle), streamsBusy: median(figures.map(({ webCpuPercent }) => webCpuPercent)) },
});

/** Per cent of one core that the web process uses while nothing happens. */
async function idleShare() {
  tell(`idle for ${IDLE_SECONDS} s`);
  await pause(1_000);
  const before = processorSeconds(web.pid);
  await pause(IDLE_SECONDS * 1000);
  return rounded(((processorSeconds(web.pid) - before) / IDLE_SECONDS) * 100);
}
