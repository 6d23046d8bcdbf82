import { z } from "zod";
import { comparable } from "./normalize";
import { MAX_NAME_LENGTH, MAX_NUMBER, MAX_PRIORITY, MAX_RULES, MAX_WORD_LENGTH, MAX_WORDS, RULE_KINDS } from "./rules";

/** PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();
const lettersOf = (word: string) => [...word].length;
const eachOnce = (words: readonly string[]) => new Set(words.map(comparable)).size === words.length;

/** One that is nothing but marks or faces would be looked for in vain. */
const word = z
  .string()
  .trim()
  .refine(isStorable, { error: "wordBroken", abort: true })
  .refine((value) => comparable(value) !== "", { error: "wordEmpty", abort: true })
  .refine((value) => lettersOf(value) <= MAX_WORD_LENGTH, "wordTooLong");

const words = z.array(word).max(MAX_WORDS, "tooManyWords").refine(eachOnce, "wordTwice");

/** A rule that no message could ever meet is not accepted. */
export const keywordRuleInput = z
  .object({
    kind: z.enum(RULE_KINDS),
    words: words.min(1, "noWords"),
    excluding: words,
    priority: z.int().min(1, "priorityOutside").max(MAX_PRIORITY, "priorityOutside"),
  })
  .refine(
    ({ kind, words: sought, excluding }) => !excludesItself(kind, sought.map(comparable), excluding.map(comparable)),
    "excludesItself",
  );

/** What decides of a category: its number (null for none), its name, its rules. */
export const categoryRulesInput = z.object({
  number: z.int().min(1, "numberOutside").max(MAX_NUMBER, "numberOutside").nullable(),
  name: z
    .string()
    .trim()
    .min(1, "nameEmpty")
    .refine(isStorable, { error: "nameBroken", abort: true })
    .refine((value) => lettersOf(value) <= MAX_NAME_LENGTH, "nameTooLong"),
  rules: z.array(keywordRuleInput).max(MAX_RULES, "tooManyRules"),
});

function excludesItself(kind: string, sought: readonly string[], excluding: readonly string[]): boolean {
  const isExcluded = (found: string) => excluding.some((excluded) => found.includes(excluded));
  return kind === "contains" ? sought.some(isExcluded) : sought.length > 0 && sought.every(isExcluded);
}
