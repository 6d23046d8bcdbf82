import type { Trees } from "@/lib/text/trees";
import { randomFrom } from "@/scripts/bench/support/random";

/** Rows of features, one after another, with 0 or 1 for each and a weight. */
export type Table = { width: number; rows: Float32Array; labels: Uint8Array; weights: Float32Array };
export type Settings = {
  trees: number;
  leaves: number;
  rate: number;
  least: number;
  ridge: number;
  rowShare: number;
  columnShare: number;
  seed: number;
};
const BINS = 64;

/** Trains boosted trees on a logistic loss; the same table, settings and seed give the same trees. */
export function boost(table: Table, settings: Settings, count = table.labels.length): Trees {
  const { width } = table;
  const random = randomFrom(settings.seed);
  const { bins, limits } = binned(table, count);
  let positive = 0;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    positive += (table.labels[i] as number) * (table.weights[i] as number);
    total += table.weights[i] as number;
  }
  const base = Math.log((positive + 1) / (total - positive + 1));
  const score = new Float64Array(count).fill(base);
  const gradient = new Float32Array(count);
  const hessian = new Float32Array(count);
  const out = { roots: [] as number[], feature: [] as number[], limit: [] as number[], right: [] as number[] };
  const sample = new Int32Array(count);
  for (let t = 0; t < settings.trees; t += 1) {
    let sampled = 0;
    for (let i = 0; i < count; i += 1) {
      const p = 1 / (1 + Math.exp(-(score[i] as number)));
      const weight = table.weights[i] as number;
      gradient[i] = ((table.labels[i] as number) - p) * weight;
      hessian[i] = Math.max(p * (1 - p), 1e-6) * weight;
      if (random() < settings.rowShare) sample[sampled++] = i;
    }
    const columns: number[] = [];
    for (let f = 0; f < width; f += 1) if (random() < settings.columnShare) columns.push(f);
    if (columns.length === 0) columns.push(Math.floor(random() * width));
    grow(sample.slice(0, sampled), columns);
    const root = out.roots.at(-1) as number;
    for (let i = 0; i < count; i += 1) {
      let node = root;
      for (let f = out.feature[node] as number; f >= 0; f = out.feature[node] as number) {
        node = (table.rows[i * width + f] as number) <= (out.limit[node] as number) ? node + 1 : (out.right[node] as number);
      }
      score[i] = (score[i] as number) + (out.limit[node] as number);
    }
  }
  return {
    base,
    roots: Int32Array.from(out.roots),
    feature: Int16Array.from(out.feature),
    limit: Float32Array.from(out.limit),
    right: Int32Array.from(out.right),
  };

  type Leaf = {
    rows: Int32Array;
    histogram: Float64Array;
    g: number;
    h: number;
    split?: { feature: number; bin: number; gain: number } | undefined;
    left?: Leaf;
    rightLeaf?: Leaf;
  };

  function grow(rows: Int32Array, columns: number[]) {
    const root = leafOf(rows, columns, undefined);
    const open = [root];
    for (let leaves = 1; leaves < settings.leaves; leaves += 1) {
      let best: Leaf | undefined;
      for (const leaf of open) if (leaf.split && (!best || leaf.split.gain > (best.split?.gain ?? 0))) best = leaf;
      if (!best?.split) break;
      const { feature, bin } = best.split;
      const column = bins[feature] as Uint8Array;
      let at = 0;
      let end = best.rows.length;
      const parted = new Int32Array(best.rows.length);
      for (const row of best.rows)
        if ((column[row] as number) <= bin) parted[at++] = row;
        else parted[--end] = row;
      const [leftRows, rightRows] = [parted.slice(0, at), parted.slice(at)];
      const small = leftRows.length <= rightRows.length;
      const first = leafOf(small ? leftRows : rightRows, columns, undefined);
      const second = leafOf(small ? rightRows : leftRows, columns, { parent: best.histogram, sibling: first.histogram });
      best.left = small ? first : second;
      best.rightLeaf = small ? second : first;
      best.histogram = new Float64Array(0);
      open.splice(open.indexOf(best), 1, best.left, best.rightLeaf);
    }
    out.roots.push(out.feature.length);
    write(root);
  }

  function write(leaf: Leaf) {
    const at = out.feature.length;
    if (!leaf.left || !leaf.rightLeaf || !leaf.split) {
      out.feature.push(-1);
      out.limit.push((settings.rate * leaf.g) / (leaf.h + settings.ridge));
      out.right.push(0);
      return;
    }
    out.feature.push(leaf.split.feature);
    out.limit.push((limits[leaf.split.feature] as Float32Array)[leaf.split.bin] as number);
    out.right.push(0);
    write(leaf.left);
    out.right[at] = out.feature.length;
    write(leaf.rightLeaf);
  }

  function leafOf(rows: Int32Array, columns: number[], known: { parent: Float64Array; sibling: Float64Array } | undefined): Leaf {
    const histogram = new Float64Array(columns.length * BINS * 3);
    if (known) for (let i = 0; i < histogram.length; i += 1) histogram[i] = (known.parent[i] as number) - (known.sibling[i] as number);
    else
      columns.forEach((feature, c) => {
        const column = bins[feature] as Uint8Array;
        const offset = c * BINS * 3;
        for (let r = 0; r < rows.length; r += 1) {
          const row = rows[r] as number;
          const at = offset + (column[row] as number) * 3;
          histogram[at] = (histogram[at] as number) + (gradient[row] as number);
          histogram[at + 1] = (histogram[at + 1] as number) + (hessian[row] as number);
          histogram[at + 2] = (histogram[at + 2] as number) + 1;
        }
      });
    let g = 0;
    let h = 0;
    for (const row of rows) {
      g += gradient[row] as number;
      h += hessian[row] as number;
    }
    const leaf: Leaf = { rows, histogram, g, h };
    if (rows.length >= settings.least * 2) leaf.split = bestSplit(leaf, columns);
    return leaf;
  }

  function bestSplit(leaf: Leaf, columns: number[]) {
    let best: { feature: number; bin: number; gain: number } | undefined;
    const whole = (leaf.g * leaf.g) / (leaf.h + settings.ridge);
    columns.forEach((feature, c) => {
      let g = 0;
      let h = 0;
      let n = 0;
      for (let bin = 0; bin < BINS - 1; bin += 1) {
        const at = (c * BINS + bin) * 3;
        if (leaf.histogram[at + 2] === 0) continue;
        g += leaf.histogram[at] as number;
        h += leaf.histogram[at + 1] as number;
        n += leaf.histogram[at + 2] as number;
        if (n < settings.least || leaf.rows.length - n < settings.least) continue;
        const gain = (g * g) / (h + settings.ridge) + ((leaf.g - g) * (leaf.g - g)) / (leaf.h - h + settings.ridge) - whole;
        if (gain > 1e-3 && (!best || gain > best.gain)) best = { feature, bin, gain };
      }
    });
    return best;
  }
}

function binned(table: Table, count: number) {
  const bins: Uint8Array[] = [];
  const limits: Float32Array[] = [];
  const step = Math.max(1, Math.floor(count / 20_000));
  for (let f = 0; f < table.width; f += 1) {
    const values: number[] = [];
    for (let i = 0; i < count; i += step) values.push(table.rows[i * table.width + f] as number);
    values.sort((x, y) => x - y);
    const edges: number[] = [];
    for (let b = 1; b < BINS; b += 1) {
      const value = values[Math.floor((b * values.length) / BINS)] as number;
      if (edges.length === 0 || value > (edges.at(-1) as number)) edges.push(value);
    }
    const limit = Float32Array.from(edges);
    const column = new Uint8Array(count);
    for (let i = 0; i < count; i += 1) {
      const value = table.rows[i * table.width + f] as number;
      let low = 0;
      let high = limit.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (limit[middle] as number)) high = middle;
        else low = middle + 1;
      }
      column[i] = low;
    }
    bins.push(column);
    limits.push(limit);
  }
  return { bins, limits };
}
