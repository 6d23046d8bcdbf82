import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureBuilt } from "@/scripts/setup/build.mjs";
import { countStored, query } from "./support/database";
import { deskAccount, deskEnvironment, seedAccount } from "./support/desk-environment";
import { acknowledgedIds, type LoadSpec, runLoad } from "./support/load";
import { processorSeconds } from "./support/processor-time";
import { print, surroundings, tell } from "./support/report";
import { startProgram, startWeb, startWorker } from "./support/servers";
import { median, rounded } from "./support/statistics";

// What fetching fifty pictures a second leaves of the intake: the same stream of messages, all of them texts, and with pictures among them.
const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "30" },
    rounds: { type: "string", default: "3" },
    "per-second": { type: "string", default: "200" },
    pictures: { type: "string", default: "50" },
  },
});
const [seconds, perSecond, pictures] = [Number(options.seconds), Number(options["per-second"]), Number(options.pictures)];
const WARM_UP_SECONDS = 5;
const SETTLE_SECONDS = 60;
const GOAL = 0.9;

type Fetched = { wanted: number; stored: number; bytes: number; seconds: number; lagP50: number; lagP95: number };

await ensureBuilt(deskEnvironment);
await seedAccount();
const platform = await startProgram(import.meta.resolve("./support/picture-platform.ts"), deskEnvironment);
const env = { ...deskEnvironment, WECHAT_API_BASE_URL: `http://127.0.0.1:${platform.port}` };
print({ bench: "media", ...(await surroundings(env.DATABASE_URL)), seconds, perSecond, pictures });

let firstId = 26_000_000_000_000;
const figures = {
  texts: [] as number[],
  mixed: [] as number[],
  p99Texts: [] as number[],
  p99Mixed: [] as number[],
  stored: [] as number[],
  webTexts: [] as number[],
  webMixed: [] as number[],
  workerPicture: [] as number[],
};
let faults = 0;
for (let round = 1; round <= Number(options.rounds); round += 1) {
  const texts = await turn(0);
  const mixed = await turn(Math.round(perSecond / pictures));
  print({ round, texts, mixed });
  figures.texts.push(texts.perSecond);
  figures.mixed.push(mixed.perSecond);
  figures.p99Texts.push(texts.latencyMs.p99);
  figures.p99Mixed.push(mixed.latencyMs.p99);
  figures.stored.push(mixed.fetched?.perSecond ?? 0);
  figures.webTexts.push(texts.processorMs.webPerMessage);
  figures.webMixed.push(mixed.processorMs.webPerMessage);
  const forTexts = texts.processorMs.workerPerMessage * mixed.messages;
  figures.workerPicture.push(rounded((mixed.processorMs.workerPerMessage * mixed.messages - forTexts) / (mixed.fetched?.stored || 1)));
  faults += texts.faults + mixed.faults;
}
await platform.stop();

const ratio = median(figures.mixed.map((figure, round) => figure / (figures.texts[round] ?? 1)));
print({
  summary: "media",
  intakePerSecond: { texts: median(figures.texts), withPictures: median(figures.mixed), ratio, goal: GOAL, met: ratio >= GOAL },
  intakeP99Ms: { texts: median(figures.p99Texts), withPictures: median(figures.p99Mixed) },
  storedPerSecond: { pictures: median(figures.stored), goal: pictures, met: median(figures.stored) >= pictures * 0.98 },
  // What it costs wherever it runs: of two cores that others use as well, no rate tells anything.
  processorMs: {
    webPerMessage: { texts: median(figures.webTexts), withPictures: median(figures.webMixed) },
    workerPerPicture: median(figures.workerPicture),
  },
  notStoredExactlyOnceOrRefused: faults,
});

/** One run against a desk with its worker; every so manieth message is a picture, none for 0. */
async function turn(pictureEvery: number) {
  const begun = new Date();
  const [web, worker] = [await startWeb(env), startWorker(env)];
  await untilWorking(begun);
  const prepared = Math.ceil(perSecond * (seconds + WARM_UP_SECONDS)) + 1;
  const load = {
    port: web.port,
    account: deskAccount,
    mode: "safe",
    again: false,
    connections: 64,
    warmUpSeconds: WARM_UP_SECONDS,
  } as const;
  const spec: LoadSpec = { ...load, firstId, prepared, seconds, perSecond, pictureEvery };
  firstId += prepared;
  const used = () => [web, worker].map(({ pid }) => processorSeconds(pid)) as [number, number];
  const [webBefore, workerBefore] = used();
  const result = await runLoad(spec);
  const fetched = pictureEvery > 0 ? await allFetched(spec) : null;
  const [webAfter, workerAfter] = used();
  await Promise.all([web.stop(), worker.stop()]);
  const ids = acknowledgedIds(spec, result);
  const { missing, twice } = await countStored(env.DATABASE_URL, ids);
  const { perSecond: answered, latencyMs, refused } = result;
  const lost = fetched ? fetched.wanted - fetched.stored : 0;
  const processorMs = {
    webPerMessage: rounded(((webAfter - webBefore) * 1_000) / ids.length),
    workerPerMessage: rounded(((workerAfter - workerBefore) * 1_000) / ids.length),
  };
  return { perSecond: answered, messages: ids.length, processorMs, latencyMs, faults: missing + twice + refused.length + lost, fetched };
}

/** A worker that is still starting would let pictures pile up. */
async function untilWorking(since: Date): Promise<void> {
  const beats = `SELECT 1 FROM "Heartbeat" WHERE process = 'worker' AND "startedAt" >= $1`;
  while ((await query(env.DATABASE_URL, beats, [since])).length === 0) await pause(50);
}

async function allFetched(spec: LoadSpec) {
  for (let waited = 0; waited < SETTLE_SECONDS; waited += 1) {
    const counted = await countFetched(spec);
    if (counted.stored === counted.wanted) return { ...counted, perSecond: rounded(counted.stored / counted.seconds) };
    tell(`${counted.wanted - counted.stored} pictures are still to be fetched`);
    await pause(1_000);
  }
  return { ...(await countFetched(spec)), perSecond: 0 };
}

async function countFetched({ firstId: from, prepared }: LoadSpec): Promise<Fetched> {
  const [counted] = await query<Fetched>(
    env.DATABASE_URL,
    `SELECT count(*)::int AS wanted, count(d."storedAt")::int AS stored, COALESCE(sum(d.bytes), 0)::float AS bytes,
       EXTRACT(epoch FROM max(d."storedAt") - min(m."receivedAt"))::float AS seconds,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(epoch FROM d."storedAt" - m."receivedAt"))::float AS "lagP50",
       percentile_cont(0.95) WITHIN GROUP (ORDER BY EXTRACT(epoch FROM d."storedAt" - m."receivedAt"))::float AS "lagP95"
     FROM "Media" d JOIN "Message" m ON m.id = d."messageId" WHERE m."wechatMsgId"::bigint BETWEEN $1 AND $2`,
    [from, from + prepared],
  );
  return counted ?? { wanted: 0, stored: 0, bytes: 0, seconds: 0, lagP50: 0, lagP95: 0 };
}
