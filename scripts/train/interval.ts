import { type MateShare, mateShares, scoreOf } from "@/scripts/bench/support/mate-score";
import { randomFrom } from "@/scripts/bench/support/random";

const DRAWS = 1_000;

/** The middle 95 % of mate-F1 when whole groups are drawn anew with replacement: what chance in the choice of groups does to the figure. */
export function intervalOf(truth: readonly string[], given: readonly string[]): { low: number; high: number } {
  const shares = mateShares(truth, given);
  const byGroup = new Map<string, MateShare[]>();
  for (const [index, group] of truth.entries()) byGroup.set(group, [...(byGroup.get(group) ?? []), ...shares.slice(index, index + 1)]);
  const groups = [...byGroup.values()];
  const random = randomFrom(1);
  const figures = Array.from({ length: DRAWS }, () => scoreOf(groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? [])).f1);
  figures.sort((a, b) => a - b);
  return { low: figures[Math.floor(DRAWS * 0.025)] ?? 0, high: figures[Math.floor(DRAWS * 0.975)] ?? 0 };
}
