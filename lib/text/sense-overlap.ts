import type { Frequencies } from "./frequencies";
import { numberOf } from "./grams";
import type { Sense } from "./synonyms";

const CLASS_WEIGHT = 4;

/** The units of two senses against each other; `order`: how much of the shorter one stands in the other in the same order. */
export function sensesOverlap(a: Sense, b: Sense, frequencies: Frequencies) {
  const weightOf = (unit: number) => (unit >= 0x1_0000 ? CLASS_WEIGHT : frequencies.weight(numberOf(unit, 0, 0)));
  const [inA, inB] = [a.distinct, b.distinct];
  const sums = { shared: 0, sharedSquare: 0, sumA: 0, sumB: 0, squareA: 0, squareB: 0, missA: 0, missB: 0, missed: 0 };
  for (const unit of inA) {
    const w = weightOf(unit);
    sums.sumA += w;
    sums.squareA += w * w;
    if (inB.has(unit)) {
      sums.shared += w;
      sums.sharedSquare += w * w;
    } else {
      sums.missA = Math.max(sums.missA, w);
      sums.missed += 1;
    }
  }
  for (const unit of inB) {
    const w = weightOf(unit);
    sums.sumB += w;
    sums.squareB += w * w;
    if (!inA.has(unit)) {
      sums.missB = Math.max(sums.missB, w);
      sums.missed += 1;
    }
  }
  return {
    ...sums,
    ofA: sums.sumA > 0 ? sums.shared / sums.sumA : 1,
    ofB: sums.sumB > 0 ? sums.shared / sums.sumB : 1,
    lostA: sums.sumA - sums.shared,
    lostB: sums.sumB - sums.shared,
    cosine: sums.squareA > 0 && sums.squareB > 0 ? sums.sharedSquare / Math.sqrt(sums.squareA * sums.squareB) : 0,
    order: inOrder(a.units, b.units) / Math.max(1, Math.min(a.units.length, b.units.length)),
  };
}

let row = new Uint16Array(64);

/** The length of the longest sequence of units that both hold in the same order. */
function inOrder(a: number[], b: number[]): number {
  if (row.length <= b.length) row = new Uint16Array(b.length * 2);
  row.fill(0, 0, b.length + 1);
  for (const unit of a) {
    let corner = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] as number;
      row[j] = unit === b[j - 1] ? corner + 1 : Math.max(above, row[j - 1] as number);
      corner = above;
    }
  }
  return row[b.length] as number;
}
