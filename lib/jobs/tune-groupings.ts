import { allAccountZones } from "@/lib/accounts/queries";
import { lessonsOf, lessonsSince } from "@/lib/clusters/lessons";
import { FRESH_LESSONS, isBetter, type Tuning, type TuningFigures } from "@/lib/clusters/rules";
import { tuneGrouping } from "@/lib/clusters/tune-grouping";
import { tuningInForce } from "@/lib/clusters/tuning";
import { NOT_TUNED, tune, tuned } from "@/lib/text/tune";
import { now } from "@/lib/time/clock";
import { localTime } from "@/lib/time/zones";
import { isStopping } from "./every";
import { type JudgedLesson, judgeLessons } from "./judge-lessons";

/** When a desk is quiet, by its account's clock. */
const NIGHT_HOUR = 3;
/** Of so many clusters one is held back to measure. */
const HOLD_BACK = 3;

/** `figures`: null where there are too few lessons to learn from. `taken`: whether the tuning is in force now, or would be. */
export type TuningOutcome = { tuning: Tuning; figures: TuningFigures | null; taken: boolean };

/** Learns from an account's lessons, measures that on clusters it did not learn from, and lets it take effect where it is better. */
export async function tuneAccount(accountId: string, { dryRun }: { dryRun: boolean }): Promise<TuningOutcome> {
  const inForce = await tuningInForce(accountId);
  const before = inForce.tuning ?? NOT_TUNED;
  const judged = await judgeLessons(accountId, await lessonsOf(accountId));
  const { learnt, held } = apart(judged);
  const { tuning, taken } = tune(learnt, before);
  if (!taken) return { tuning: before, figures: null, taken: false };
  const figures = {
    ...{ learnt: learnt.length, held: held.length },
    ...{ lossBefore: lossOf(held, before), lossAfter: lossOf(held, tuning) },
    ...{ wrongBefore: wrongOf(held, before), wrongAfter: wrongOf(held, tuning) },
  };
  const { id: inForceId } = inForce;
  const better = dryRun ? isBetter(figures) : await tuneGrouping({ accountId, inForceId, tuning, figures });
  return { tuning, figures, taken: better };
}

/** In its night: tunes every account whose officers have taught enough since its last tuning. */
export async function tuneAtNight(at = now()): Promise<void> {
  for (const { id: accountId, timeZone } of await allAccountZones()) {
    if (isStopping()) return;
    if (Math.floor(localTime(at, timeZone).minutes / 60) !== NIGHT_HOUR) continue;
    const { changedAt } = await tuningInForce(accountId);
    if ((await lessonsSince(accountId, changedAt)) >= FRESH_LESSONS) await tuneAccount(accountId, { dryRun: false });
  }
}

/** A cluster lies on one side with all its lessons: what was learnt from one of them would flatter the measure of the others. */
function apart(judged: readonly JudgedLesson[]): { learnt: JudgedLesson[]; held: JudgedLesson[] } {
  const groups = [...new Set(judged.map(({ group }) => group))];
  const heldBack = new Set(groups.filter((_, index) => index % HOLD_BACK === HOLD_BACK - 1));
  return {
    learnt: judged.filter(({ group }) => !heldBack.has(group)),
    held: judged.filter(({ group }) => heldBack.has(group)),
  };
}

function lossOf(judged: readonly JudgedLesson[], tuning: Tuning): number {
  const sum = judged.reduce((total, { logit, together }) => total + Math.log1p(Math.exp((together ? -1 : 1) * tuned(logit, tuning))), 0);
  return judged.length === 0 ? 0 : sum / judged.length;
}

function wrongOf(judged: readonly JudgedLesson[], tuning: Tuning): number {
  return judged.filter(({ logit, together }) => tuned(logit, tuning) > 0 !== together).length;
}
