import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { MANNERS } from "@/lib/text/manner";
import { probability } from "@/lib/text/trees";
import type { Judge } from "@/lib/text/weigh";
import { mateScore } from "@/scripts/bench/support/mate-score";
import type { Settings } from "./boost";
import { countBackground, FOLDS, streamOf, TRACKS, type Track } from "./data";
import { intervalOf } from "./interval";
import { readNetwork } from "./network";
import { packModel } from "./pack";
import { groupRows, pairRows, type Rows, runStream, treesWithout } from "./tables";

// npx tsx scripts/train/trees.ts FOLDER: reads the networks there, trains the trees, measures by groups that no judge saw, writes lib/text/model.bin.
const [folder = ".data/train"] = process.argv.slice(2);
const FOR_PAIRS: Settings = { trees: 160, leaves: 14, rate: 0.08, least: 25, ridge: 5, rowShare: 0.5, columnShare: 0.25, seed: 7 };
const FOR_GROUPS: Settings = { trees: 100, leaves: 6, rate: 0.06, least: 30, ridge: 8, rowShare: 0.5, columnShare: 0.6, seed: 7 };
/** The probability from which a question joins, by manner: wrong joins are worse than missed ones. */
const LIMITS = [0.75, 0.52, 0.36];
/** Limits beside them, in logits, that are measured to see how much hangs on the choice. */
const BESIDE = [0, 0.5];
const EVERY_MANNER = Array.from({ length: MANNERS }, (_, manner) => manner);

const background = countBackground();
const pairs = TRACKS.map((track) => pairRows(track, background));
tell("pairs");
const judges: Judge[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  judges.push({
    pairs: EVERY_MANNER.map((manner) => treesWithout(fold, manner, pairs, FOR_PAIRS, thinned)),
    groups: [],
    net: readNetwork(folder, fold),
  });
  tell(`pairs without ${fold}`);
}
const groups = TRACKS.map((track) => groupRows(track, background, judges));
tell("groups");
for (const [fold, judge] of judges.entries())
  judge.groups = EVERY_MANNER.map((manner) => treesWithout(fold, manner, groups, FOR_GROUPS, always));
const model = {
  background,
  pairs: EVERY_MANNER.map((manner) => treesWithout(-1, manner, pairs, FOR_PAIRS, thinned)),
  groups: EVERY_MANNER.map((manner) => treesWithout(-1, manner, groups, FOR_GROUPS, always)),
  net: readNetwork(folder, -1),
  limits: LIMITS,
};
const bytes = packModel(model);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(import.meta.dirname, "../../lib/text/model.bin"), bytes);
tell(`${bytes.length} bytes`);

for (const step of BESIDE) {
  const limits = LIMITS.map((limit) => probability(Math.log(limit / (1 - limit)) + step));
  const models = judges.map((judge) => ({ ...judge, background, limits }));
  for (const track of TRACKS) {
    const { truth, arrival, assign, moves } = runStream(track, models);
    const { precision, recall, f1 } = mateScore(truth, assign);
    const asTheyCame = mateScore(truth, arrival);
    const figures = {
      mateF1: f1,
      precision,
      recall,
      interval: intervalOf(truth, assign),
      moves,
      arrival: asTheyCame,
      bySource: bySource(track, assign),
    };
    process.stdout.write(`${JSON.stringify({ track, step, ...figures })}\n`);
    if (step === 0) writeFileSync(path.join(folder, `${track}.groups.json`), JSON.stringify(assign));
  }
}

/** The score within the letters of each source alone, which the first letter of their ids tells. */
function bySource(track: Track, given: readonly string[]) {
  const stream = streamOf(track);
  const sources = [...new Set(stream.map(({ id }) => id.slice(0, 1)))];
  return sources.map((source) => {
    const own = stream.flatMap(({ id, cluster }, index) => (id.startsWith(source) ? [{ cluster, group: given[index] as string }] : []));
    const scored = mateScore(
      own.map(({ cluster }) => cluster),
      own.map(({ group }) => group),
    );
    return { source, questions: own.length, ...scored };
  });
}

/** Every pair that belongs together and every look-alike; of the rest one in four, with its weight. */
function thinned(rows: Rows, index: number): number {
  if (rows.together[index] === 1 || (rows.rank[index] ?? 0) < 6) return 1;
  return (index * 7_919) % 4 === 0 ? 4 : 0;
}

function always(): number {
  return 1;
}

function tell(text: string): void {
  process.stderr.write(`${Math.round(process.uptime())} s ${text}\n`);
}
