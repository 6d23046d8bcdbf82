import type { Frequencies } from "./frequencies";
import type { Grams } from "./grams";

/** The latest questions that one gram leads to, and the work one search may cost however many questions are open. */
const LATEST_OF_A_GRAM = 600;
const MOST_VISITS = 9_000;
/** Those with the likeliest letters, before the crowd of one group is passed over. */
const SHORTLIST = 96;

type Found = { slot: number; likeness: number };
const NONE: ReadonlySet<number> = new Set();
type List = { slots: Int32Array; length: number };

/** Which open questions share rare letters with a new one: a list of questions a gram. */
export class Candidates {
  readonly #lists = new Map<number, List>();
  #sums = new Float32Array(1_024);
  readonly #norms: number[] = [];

  /** Adds a question under the next slot, counted from 0. */
  add(grams: Grams, frequencies: Frequencies): void {
    const slot = this.#norms.length;
    let norm = 0;
    for (const grams_ of [grams.ones, grams.twos]) {
      for (const gram of grams_) {
        norm += frequencies.weight(gram) ** 2;
        const list = this.#lists.get(gram);
        if (!list) this.#lists.set(gram, { slots: Int32Array.of(slot, 0), length: 1 });
        else {
          if (list.length === list.slots.length) {
            const longer = new Int32Array(list.length * 2);
            longer.set(list.slots);
            list.slots = longer;
          }
          list.slots[list.length++] = slot;
        }
      }
    }
    this.#norms.push(Math.sqrt(norm) + 1);
    if (this.#norms.length > this.#sums.length) this.#sums = new Float32Array(this.#sums.length * 2);
  }

  /** The slots likest to some grams, best first. `accept` leaves out those that are closed or whose group is full. `near`: those that come before likelier ones, half of the places at most. */
  search(
    grams: Grams,
    frequencies: Frequencies,
    most: number,
    accept: (slot: number) => boolean,
    near: ReadonlySet<number> = NONE,
  ): Found[] {
    const useful: { weight: number; list: List }[] = [];
    let square = 0;
    for (const grams_ of [grams.ones, grams.twos]) {
      for (const gram of grams_) {
        const weight = frequencies.weight(gram);
        square += weight * weight;
        const list = this.#lists.get(gram);
        if (list) useful.push({ weight, list });
      }
    }
    useful.sort((a, b) => b.weight - a.weight);
    const norm = Math.sqrt(square) + 1;
    const sums = this.#sums;
    const touched: number[] = [];
    let visits = 0;
    for (const { weight, list } of useful) {
      if (visits > MOST_VISITS) break;
      const { slots, length } = list;
      const from = Math.max(0, length - LATEST_OF_A_GRAM);
      const adds = weight * weight;
      visits += length - from;
      for (let at = length - 1; at >= from; at -= 1) {
        const slot = slots[at] as number;
        const sum = sums[slot] as number;
        if (sum === 0) touched.push(slot);
        sums[slot] = sum + adds;
      }
    }
    const found: Found[] = [];
    const beside: Found[] = [];
    for (const slot of touched) {
      const likeness = (sums[slot] as number) / (norm * (this.#norms[slot] as number));
      sums[slot] = 0;
      if (near.has(slot)) {
        beside.push({ slot, likeness });
        continue;
      }
      if (found.length === SHORTLIST) {
        if (likeness > (found[0] as Found).likeness) replaceLeast(found, { slot, likeness });
        continue;
      }
      found.push({ slot, likeness });
      if (found.length === SHORTLIST) found.sort((a, b) => a.likeness - b.likeness);
    }
    const first = likest(beside, most / 2, accept);
    const known = new Set(first.map(({ slot }) => slot));
    const rest = likest([...found, ...beside], most - first.length, (slot) => !known.has(slot) && accept(slot));
    return [...first, ...rest].sort((a, b) => b.likeness - a.likeness);
  }
}

function likest(found: Found[], most: number, accept: (slot: number) => boolean): Found[] {
  const taken: Found[] = [];
  for (const one of found.sort((a, b) => b.likeness - a.likeness)) {
    if (taken.length >= most) break;
    if (accept(one.slot)) taken.push(one);
  }
  return taken;
}

/** Puts a question where the least likely one stood, first of a list in rising order. */
function replaceLeast(rising: Found[], one: Found): void {
  let at = 1;
  while (at < rising.length && (rising[at] as Found).likeness < one.likeness) {
    rising[at - 1] = rising[at] as Found;
    at += 1;
  }
  rising[at - 1] = one;
}
