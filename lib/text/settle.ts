import type { Document } from "./document";
import { matterRelation } from "./matters";

/** A logit that stands for a plain yes, and one for the same words. */
const YES = 2.2;
const SAME_WORDS = 3;
const FEWEST_LETTERS = 6;

/** Whether two questions are about matters that exclude each other, such as water and power. */
export function differentMatters(question: Document, other: Document): boolean {
  return question.plain !== other.plain && matterRelation(question, other) === -1;
}

/** The least logit that two questions belong together where that is plain without weighing: the same words, or one matter that befalls all of one place. */
export function plainlyTogether(question: Document, other: Document): number | undefined {
  if (question.plain === other.plain && question.plain.length >= FEWEST_LETTERS) return SAME_WORDS;
  return matterRelation(question, other) === 1 ? YES : undefined;
}
