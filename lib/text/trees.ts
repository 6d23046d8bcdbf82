/** Boosted regression trees over a row of features. A leaf holds what it adds; an inner node a feature, a limit and its right child, the left one follows it. */
export type Trees = { base: number; roots: Int32Array; feature: Int16Array; limit: Float32Array; right: Int32Array };

/** The sum of all trees for a row: a logit. */
export function sumOfTrees(trees: Trees, row: Float32Array): number {
  let sum = trees.base;
  for (const root of trees.roots) {
    let node = root;
    for (let feature = trees.feature[node] as number; feature >= 0; feature = trees.feature[node] as number) {
      node = (row[feature] as number) <= (trees.limit[node] as number) ? node + 1 : (trees.right[node] as number);
    }
    sum += trees.limit[node] as number;
  }
  return sum;
}

/** The probability that belongs to a logit. */
export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
