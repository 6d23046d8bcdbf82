import type { Frequencies } from "./frequencies";
import type { Grams } from "./grams";

/** The latest questions that one gram leads to, and the work one search may cost however many questions are open. */
const LATEST_OF_A_GRAM = 1_000;
const MOST_VISITS = 16_000;
/** Those with the likeliest letters, before the crowd of one group is passed over. */
const SHORTLIST = 96;

type Found = { slot: number; likeness: number };

/** Which open questions share rare letters with a new one: a list of questions a gram. */
export class Candidates {
  readonly #lists = new Map<number, { slots: Int32Array; length: number }>();
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

  /** The slots likest to some grams, best first. `accept` leaves out those that are closed or whose group is full. */
  search(grams: Grams, frequencies: Frequencies, most: number, accept: (slot: number) => boolean): Found[] {
    const asked = [...grams.ones, ...grams.twos].map((gram) => ({ weight: frequencies.weight(gram), list: this.#lists.get(gram) }));
    const norm = Math.sqrt(asked.reduce((sum, { weight }) => sum + weight * weight, 0)) + 1;
    const useful = asked.filter(({ list }) => list).sort((a, b) => b.weight - a.weight);
    const touched: number[] = [];
    let visits = 0;
    for (const { weight, list } of useful) {
      if (!list || visits > MOST_VISITS) break;
      const from = Math.max(0, list.length - LATEST_OF_A_GRAM);
      visits += list.length - from;
      for (let at = list.length - 1; at >= from; at -= 1) {
        const slot = list.slots[at] as number;
        if (this.#sums[slot] === 0) touched.push(slot);
        this.#sums[slot] = (this.#sums[slot] as number) + weight * weight;
      }
    }
    const found: Found[] = [];
    for (const slot of touched) {
      const likeness = (this.#sums[slot] as number) / (norm * (this.#norms[slot] as number));
      this.#sums[slot] = 0;
      if (found.length < SHORTLIST) found.push({ slot, likeness });
      else if (likeness > (found[0] as Found).likeness) replaceLeast(found, { slot, likeness });
      if (found.length === SHORTLIST && slot === touched[SHORTLIST - 1]) found.sort((a, b) => a.likeness - b.likeness);
    }
    found.sort((a, b) => b.likeness - a.likeness);
    return found.filter(({ slot }) => accept(slot)).slice(0, most);
  }
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
