import type { Grams } from "./grams";

/** Questions of the account that weigh as much as everything that was counted beforehand. */
const BACKGROUND_WEIGHT = 800;

/** How common each gram is: counted beforehand in many texts, and in the questions of one account as they come. */
export class Frequencies {
  /** Three times the texts that hold a gram, and one. */
  readonly #seen: Float32Array;
  readonly #logarithms: Float32Array;
  #all = Math.log(3 * BACKGROUND_WEIGHT);
  #questions = 0;

  /** `background`: for each gram the share of texts that hold it, between 0 and 1. */
  constructor(background: Float32Array) {
    this.#seen = background.map((share) => 3 * BACKGROUND_WEIGHT * share + 1);
    this.#logarithms = this.#seen.map(Math.log);
  }

  /** Counts a question's grams. */
  add(grams: Grams): void {
    this.#questions += 1;
    this.#all = Math.log(3 * (this.#questions + BACKGROUND_WEIGHT));
    for (const list of [grams.ones, grams.twos, grams.threes]) {
      for (const gram of list) {
        const seen = (this.#seen[gram] as number) + 3;
        this.#seen[gram] = seen;
        this.#logarithms[gram] = Math.log(seen);
      }
    }
  }

  /** How much a gram says: 0 for one in every text, about 8 for one never seen. */
  weight(gram: number): number {
    return this.#all - (this.#logarithms[gram] as number);
  }
}
