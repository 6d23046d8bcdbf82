import { comparable } from "./normalize";
import { type Category, RESERVED_WORDS, type ReservedMeaning, type RuleKind } from "./rules";

/** What stands above what: reserved words, numbers, names, rules. */
export const RANKS = ["reserved", "number", "name", "rule"] as const;
type Rank = (typeof RANKS)[number];

/** Who answers to some words: a rule, the name of a category, or what is reserved (`meaning`). Words are as they are compared; `place`: its place among all. */
export type Claim = {
  place: number;
  rank: Rank;
  kind: RuleKind;
  words: readonly string[];
  excluding: readonly string[];
  priority: number;
  category: Category | null;
  ruleId: string | null;
  meaning: ReservedMeaning | null;
};

const PLAIN = { place: 0, kind: "exact", words: [], excluding: [], priority: 0, category: null, ruleId: null, meaning: null } as const;

/** Every claim of an account with these categories. */
export function claimsOf(categories: readonly Category[]): Claim[] {
  return [...reserved(), ...categories.flatMap(ofCategory)].map((claim, place) => ({ ...claim, place }));
}

/** What a message gets that says the number of a category. */
export function numberClaim(category: Category): Claim {
  return { ...PLAIN, rank: "number", category };
}

/** What a message gets that says a sign instead of a word: 0 for a person, a question mark for the menu. */
export function signClaim(meaning: ReservedMeaning): Claim {
  return { ...PLAIN, rank: "reserved", meaning };
}

function reserved(): Claim[] {
  return (["menu", "person"] as const).flatMap((meaning) => [
    { ...signClaim(meaning), words: comparables(RESERVED_WORDS[meaning].whole) },
    { ...signClaim(meaning), kind: "anyOf" as const, words: comparables(RESERVED_WORDS[meaning].asked) },
  ]);
}

function ofCategory(category: Category): Claim[] {
  const name: Claim = { ...PLAIN, rank: "name", words: comparables([category.name]), category };
  const rules = category.rules.map(
    ({ id, kind, words, excluding, priority }): Claim => ({
      ...PLAIN,
      rank: "rule",
      kind,
      words: comparables(words),
      excluding: comparables(excluding),
      priority,
      category,
      ruleId: id,
    }),
  );
  return [name, ...rules];
}

function comparables(words: readonly string[]): string[] {
  return [...new Set(words.map(comparable))].filter((word) => word !== "");
}
