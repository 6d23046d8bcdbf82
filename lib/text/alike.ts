import { Candidates } from "./candidates";
import { type Document, readDocument } from "./document";
import { Frequencies } from "./frequencies";
import { sensesOverlap } from "./sense-overlap";
import { differentMatters } from "./settle";
import { loadShares } from "./shares";

/** From here on two short questions say nearly the same, words that mean the same being one. */
const ALIKE = 0.85;
/** The candidates that each is held against. */
const MOST_COMPARED = 8;

/** For each question the place of an earlier one that nearly says the same, or null: no decision, but worth a look. */
export function alikeEarlier(questions: readonly string[]): (number | null)[] {
  const frequencies = new Frequencies(loadShares());
  const earlier = new Candidates();
  const read = questions.map(readDocument);
  for (const { grams } of read) frequencies.add(grams);
  return read.map((document) => {
    const found = earlier.search(document.grams, frequencies, MOST_COMPARED, () => true);
    earlier.add(document.grams, frequencies);
    const weighed = found
      .filter(({ slot }) => mayBeAlike(document, read[slot] as Document))
      .map(({ slot }) => ({ slot, likeness: sensesOverlap(document.sense, (read[slot] as Document).sense, frequencies).cosine }))
      .sort((one, other) => other.likeness - one.likeness);
    return weighed[0] && weighed[0].likeness >= ALIKE ? weighed[0].slot : null;
  });
}

function mayBeAlike(one: Document, other: Document): boolean {
  const sameNumbers = one.numbers.size === other.numbers.size && [...one.numbers].every((number) => other.numbers.has(number));
  return sameNumbers && !differentMatters(one, other);
}
