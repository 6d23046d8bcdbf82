import { GRAM_SPACE } from "./grams";

const UNSEEN_WEIGHT = 6.2;

/** Two sets of grams against each other. `ofA`: the weight that a shares; `top`, `missA`, `missB`: the mean of the three heaviest grams both hold, or one alone. */
export type Overlap = {
  cosine: number;
  ofA: number;
  ofB: number;
  shared: number;
  top: number;
  missA: number;
  missB: number;
  unseen: number;
};
const marks = new Int32Array(GRAM_SPACE);
let mark = 0;
const MOST_MARKS = 2 ** 30;

/** Holds the grams of two texts against each other by what they weigh. */
export function overlap(a: Int32Array, b: Int32Array, weight: (gram: number) => number): Overlap {
  mark += 2;
  if (mark > MOST_MARKS) {
    marks.fill(0);
    mark = 2;
  }
  for (const gram of a) marks[gram] = mark;
  let squareB = 0;
  let sumB = 0;
  let shared = 0;
  let sharedSquare = 0;
  let missB = 0;
  let unseen = 0;
  const top = new Top();
  const topB = new Top();
  for (const gram of b) {
    const w = weight(gram);
    sumB += w;
    squareB += w * w;
    if (marks[gram] === mark) {
      shared += w;
      sharedSquare += w * w;
      top.add(w);
      if (w > UNSEEN_WEIGHT) unseen += 1;
      marks[gram] = mark + 1;
    } else topB.add(w);
  }
  missB = topB.mean();
  let sumA = 0;
  let squareA = 0;
  const topA = new Top();
  for (const gram of a) {
    const w = weight(gram);
    sumA += w;
    squareA += w * w;
    if (marks[gram] !== mark + 1) topA.add(w);
  }
  const cosine = squareA > 0 && squareB > 0 ? sharedSquare / Math.sqrt(squareA * squareB) : 0;
  return {
    cosine,
    ofA: sumA > 0 ? shared / sumA : 0,
    ofB: sumB > 0 ? shared / sumB : 0,
    shared,
    top: top.mean(),
    missA: topA.mean(),
    missB,
    unseen,
  };
}

class Top {
  #a = 0;
  #b = 0;
  #c = 0;
  add(value: number): void {
    if (value > this.#a) {
      this.#c = this.#b;
      this.#b = this.#a;
      this.#a = value;
    } else if (value > this.#b) {
      this.#c = this.#b;
      this.#b = value;
    } else if (value > this.#c) this.#c = value;
  }
  mean(): number {
    return (this.#a + this.#b + this.#c) / 3;
  }
}
