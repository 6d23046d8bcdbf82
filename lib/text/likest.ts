import { Candidates } from "./candidates";
import { Frequencies } from "./frequencies";
import { gramsOf } from "./grams";
import { firstSentence, plain, withoutGreeting } from "./normalize";
import { sensesOverlap } from "./sense-overlap";
import { loadShares } from "./shares";
import { type Sense, senseOf } from "./synonyms";

/** Something that can be found: what it is about, in few words, and all that it says. */
type Findable = { about: string; text: string };

/**
 * Finds which of some texts are likest to a question: by the first steps of grouping, which are cheap. It reads a text in the same
 * letters, weighs them by how rare they are, finds candidates by those that both hold, and takes words that mean the same for one. What
 * grouping then decides with, its trees and its network, is not read.
 */
export class Likest {
  readonly #frequencies: Frequencies;
  readonly #abouts = new Candidates();
  readonly #texts = new Candidates();
  readonly #senses: Sense[] = [];

  constructor(found: readonly Findable[]) {
    this.#frequencies = new Frequencies(loadShares());
    const read = found.map(({ about, text }) => ({ about: plain(about), text: gramsOf(plain(text)) }));
    for (const { text } of read) this.#frequencies.add(text);
    for (const { about, text } of read) {
      this.#abouts.add(gramsOf(about), this.#frequencies);
      this.#texts.add(text, this.#frequencies);
      this.#senses.push(senseOf(about));
    }
  }

  /** The places of those that have something in common with what is asked, likest first. */
  rank(asked: string): number[] {
    const said = withoutGreeting(asked.normalize("NFKC").trim());
    const grams = gramsOf(plain(said));
    const sense = senseOf(plain(firstSentence(said)) || plain(said));
    const likeness = new Map<number, number>();
    const add = (slot: number, more: number) => more > 0 && likeness.set(slot, (likeness.get(slot) ?? 0) + more);
    for (const index of [this.#abouts, this.#texts])
      for (const found of index.search(grams, this.#frequencies, this.#senses.length, () => true)) add(found.slot, found.likeness);
    for (const [slot, other] of this.#senses.entries()) add(slot, sensesOverlap(sense, other, this.#frequencies).cosine);
    return [...likeness].sort(([a, one], [b, other]) => other - one || a - b).map(([slot]) => slot);
  }
}
