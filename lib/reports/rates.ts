import type { Counts, Rates } from "./results";
import { MEASURES } from "./rules";

/** Nothing counted. */
export function noCounts(): Counts {
  return Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Counts;
}

/** The shares that follow from counts. */
export function ratesOf(counts: Counts): Rates {
  const inTime = counts.promisesKept + counts.promisesExtended;
  return {
    onTime: share(counts.onTime, counts.owed),
    within10: share(counts.within10, counts.owed),
    within3: share(counts.within3, counts.owed),
    nextOnTime: share(counts.nextOnTime, counts.nextOwed),
    answersOnTime: share(counts.answersOnTime, counts.answersOwed),
    promisesKept: share(inTime, inTime + counts.promisesBroken),
    response: share(counts.responded, counts.opened),
    answered: share(counts.answered, counts.opened),
    resolution: share(counts.solved, counts.rated),
    satisfaction: share(counts.satisfied, counts.rated),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
