/** How well questions were put together: of those a question was put with, the share that belongs; of those that belong, the share it was put with; and their harmonic mean. */
export type MateScore = { precision: number; recall: number; f1: number };
/** The same of one question; undefined where it was put with none, or belongs with none. */
export type MateShare = { precision: number | undefined; recall: number | undefined };

/** The score of a grouping against the truth, one name of a group a question in each. */
export function mateScore(truth: readonly string[], given: readonly string[]): MateScore {
  return scoreOf(mateShares(truth, given));
}

/** What each question adds to the score. */
export function mateShares(truth: readonly string[], given: readonly string[]): MateShare[] {
  const both = truth.map((group, index) => `${group}\n${given[index]}`);
  const sizes = { truth: countOf(truth), given: countOf(given), both: countOf(both) };
  return truth.map((group, index) => {
    const right = (sizes.both.get(both[index] ?? "") ?? 1) - 1;
    const put = (sizes.given.get(given[index] ?? "") ?? 1) - 1;
    const belong = (sizes.truth.get(group) ?? 1) - 1;
    return { precision: put > 0 ? right / put : undefined, recall: belong > 0 ? right / belong : undefined };
  });
}

/** The score that some questions make together. */
export function scoreOf(shares: readonly MateShare[]): MateScore {
  const precision = meanOf(
    shares.flatMap((share) => share.precision ?? []),
    1,
  );
  const recall = meanOf(
    shares.flatMap((share) => share.recall ?? []),
    0,
  );
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function meanOf(values: readonly number[], none: number): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : none;
}
