import { probability } from "./trees";
import type { Tuning } from "./types";

/** What officers said about one decision: the logit the engine had, and whether the two belong together. */
export type Judged = { logit: number; together: boolean };

/** The decision as it was trained. */
export const NOT_TUNED: Tuning = { scale: 1, shift: 0 };

const FEWEST = 30;
/** How many judgements the trained decision is worth against the officers' own. */
const TRUST = 200;
const STEPS = 200;

/** A logit after tuning. */
export function tuned(logit: number, { scale, shift }: Tuning): number {
  return logit * scale + shift;
}

/**
 * Fits the decision to officers' judgements. Every second one is held back to measure: the new tuning is `taken` only where it
 * errs less there, by mean log loss, than the one in force; fewer than 30 judgements change nothing.
 */
export function tune(judgements: readonly Judged[], inForce: Tuning): { tuning: Tuning; before: number; after: number; taken: boolean } {
  const learnt = judgements.filter((_, index) => index % 2 === 0);
  const held = judgements.filter((_, index) => index % 2 === 1);
  const before = lossOf(held, inForce);
  if (judgements.length < FEWEST) return { tuning: inForce, before, after: before, taken: false };
  const tuning = fit(learnt);
  const after = lossOf(held, tuning);
  return after < before ? { tuning, before, after, taken: true } : { tuning: inForce, before, after, taken: false };
}

function fit(judgements: readonly Judged[]): Tuning {
  let { scale, shift } = NOT_TUNED;
  for (let step = 0; step < STEPS; step += 1) {
    let forScale = TRUST * 0.1 * (scale - 1);
    let forShift = TRUST * 0.02 * shift;
    let steep = TRUST * 0.1;
    let bend = TRUST * 0.02;
    for (const { logit, together } of judgements) {
      const p = probability(logit * scale + shift);
      const miss = p - (together ? 1 : 0);
      forScale += miss * logit;
      forShift += miss;
      steep += p * (1 - p) * logit * logit;
      bend += p * (1 - p);
    }
    scale = Math.min(3, Math.max(0.3, scale - (0.5 * forScale) / steep));
    shift = Math.min(3, Math.max(-3, shift - (0.5 * forShift) / bend));
  }
  return { scale, shift };
}

function lossOf(judgements: readonly Judged[], tuning: Tuning): number {
  if (judgements.length === 0) return 0;
  const sum = judgements.reduce((total, { logit, together }) => {
    const p = probability(tuned(logit, tuning));
    return total - Math.log(Math.max(1e-6, together ? p : 1 - p));
  }, 0);
  return sum / judgements.length;
}
