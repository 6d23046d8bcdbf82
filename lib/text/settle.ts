import type { Document } from "./document";
import { matterRelation } from "./matters";
import { inOnePlace } from "./places";

/** A logit that stands for a plain yes, and one for the same words. */
const YES = 2.2;
const SAME_WORDS = 3;
const FEWEST_LETTERS = 6;
const FEWEST_WITHIN = 8;
const MOST_BESIDE = 6;

/** Whether two questions are about matters that exclude each other, such as water and power. */
export function differentMatters(question: Document, other: Document): boolean {
  return question.plain !== other.plain && matterRelation(question, other) === -1;
}

/** The least logit that two questions belong together where that is plain without weighing: the same words but for manners, all that the other says of one place, or one matter that befalls all of it. */
export function plainlyTogether(question: Document, other: Document): number | undefined {
  const [one, two] = [wordsOf(question), wordsOf(other)];
  if (one === two && one.length >= FEWEST_LETTERS) return SAME_WORDS;
  if (matterRelation(question, other) === 1) return YES;
  const [shorter = "", longer = ""] = [question, other].map(({ where }) => where.line.letters).sort((a, b) => a.length - b.length);
  const within = shorter.length >= FEWEST_WITHIN && longer.length - shorter.length <= MOST_BESIDE && longer.includes(shorter);
  return within && question.requests === other.requests && inOnePlace(question.where, other.where) ? YES : undefined;
}

/** In general questions a word that fills elsewhere may be what is asked. */
const wordsOf = ({ plain, manner, where }: Document) => (manner === 1 && where.line.letters !== "" ? where.line.letters : plain);
