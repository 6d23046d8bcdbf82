import { type Claim, claimsOf, numberClaim, RANKS, signClaim } from "./claims";
import { isAsked, isWhole, type Layout, layoutOf, leadingNumber, MOST_LETTERS, numberSaid, restOf } from "./layout";
import { comparable, isQuestionMark } from "./normalize";
import { type Category, MAX_NUMBER, type ReservedMeaning, type RuleKind } from "./rules";

/** By what a message was understood. `words`: those of the rule that stand in it, as they are compared. */
type Why =
  | { by: "reserved"; word: string }
  | { by: "number"; number: number }
  | { by: "name" }
  | { by: RuleKind; words: string[]; priority: number };

/** What a message gets by itself. `ruleId`: null where it said the number or the name of the category. */
export type Outcome = { kind: "category"; categoryId: string; ruleId: string | null; why: Why } | { kind: ReservedMeaning; why: Why };

/** What decided between two that both hold; `explain` says in which order. rank: what each is (`RANKS`). */
export type Advantage = "rank" | "priority" | "exactFirst" | "moreLetters" | "lowerNumber" | "earlier";

/** Why one whose words stand in a message does not hold: a word that excludes it, words that are missing, or what else was said. */
type Shortfall = { by: "excluded"; words: string[] } | { by: "missing"; words: string[] } | { by: "rest"; rest: string[] };

/** `read`: the letters that were compared. `beaten`: what would have held as well. `missed`: whose words stand there in vain. */
export type Explanation = {
  read: string;
  isTooLong: boolean;
  outcome: Outcome | null;
  beaten: { outcome: Outcome; lostBy: Advantage }[];
  missed: { categoryId: string; ruleId: string | null; because: Shortfall }[];
};

export type Matcher = { claims: ReadonlyMap<string, readonly Claim[]>; numbers: ReadonlyMap<number, Category> };

/** The words of a claim that stand in a message, and to where they lead from each position of it. */
type Finding = { claim: Claim; words: string[]; ends: number[] };
/** A claim that holds by these words. */
type Held = Pick<Finding, "claim" | "words">;

/** Units of a text beyond which it is not even read: pictures and blanks may stand between the letters. */
const MOST_UNITS = 200;
const ADVANTAGES: [Advantage, (one: Held, other: Held) => number][] = [
  ["rank", (one, other) => RANKS.indexOf(one.claim.rank) - RANKS.indexOf(other.claim.rank)],
  ["priority", (one, other) => other.claim.priority - one.claim.priority],
  ["exactFirst", (one, other) => Number(other.claim.kind === "exact") - Number(one.claim.kind === "exact")],
  ["moreLetters", (one, other) => lettersOf(other) - lettersOf(one)],
  ["lowerNumber", (one, other) => numberOf(one) - numberOf(other)],
  ["earlier", (one, other) => one.claim.place - other.claim.place],
];

/** Makes the categories of one account ready for `match`. Where two share a number, the first has it. */
export function compile(categories: readonly Category[]): Matcher {
  const claims = new Map<string, Claim[]>();
  const numbers = new Map<number, Category>();
  for (const claim of claimsOf(categories)) {
    for (const word of claim.words) {
      const others = claims.get(word);
      if (others) others.push(claim);
      else claims.set(word, [claim]);
    }
  }
  for (const category of categories) {
    if (category.number !== null && !numbers.has(category.number)) numbers.set(category.number, category);
  }
  return { claims, numbers };
}

/**
 * What a resident's message gets by itself; null: it goes to a person, as every message does that is a question.
 *
 * A number, a category's name and an exact word must be the whole message but for politeness. With the words of a rule that says
 * contains or anyOf nothing may stand but the closed lists of `phrases.ts`, which ask for information, greet and thank. Whatever else
 * is said (a place, a person, an amount, a fault, a denial, a second matter) is said to somebody, and so is everything of more than
 * `MOST_LETTERS` letters. Why: docs/decisions/2026-11-23-a-keyword-inside-a-question.md.
 */
export function match(matcher: Matcher, text: string): Outcome | null {
  const best = bestOf(judge(matcher, text).held);
  return best && outcomeOf(best);
}

/**
 * The same judgement with its reasons. Where several hold, what is reserved comes before a number, a number before a name, a name
 * before rules; among rules the higher priority, then exact words, then more letters, then the lower number of the category, then
 * whichever stands first.
 */
export function explain(matcher: Matcher, text: string): Explanation {
  const { layout, isTooLong, held, found } = judge(matcher, text);
  const best = bestOf(held);
  const others = held.filter((one) => one !== best).sort(byAdvantage);
  return {
    read: layout.letters,
    isTooLong,
    outcome: best && outcomeOf(best),
    beaten: best ? others.map((one) => ({ outcome: outcomeOf(one), lostBy: advantageOf(best, one) })) : [],
    missed: found.flatMap((finding) => {
      const { category, ruleId } = finding.claim;
      return category && !holds(finding, layout) ? [{ categoryId: category.id, ruleId, because: shortfallOf(finding, layout) }] : [];
    }),
  };
}

/** Everything that holds, and every claim whose words stand in the message. */
function judge(matcher: Matcher, text: string): { layout: Layout; isTooLong: boolean; held: Held[]; found: Finding[] } {
  const letters = text.length > MOST_UNITS ? "" : comparable(text);
  const isTooLong = text.length > MOST_UNITS || letters.length > MOST_LETTERS;
  const layout = layoutOf(isTooLong ? "" : letters);
  const found = wordsIn(matcher, layout.letters);
  const held = [...heldBySign(text, layout), ...heldByNumber(matcher, layout), ...found.filter((finding) => holds(finding, layout))];
  return { layout, isTooLong, held, found };
}

function heldBySign(text: string, layout: Layout): Held[] {
  if (isQuestionMark(text)) return [{ claim: signClaim("menu"), words: ["?"] }];
  return numberSaid(layout) === 0 ? [{ claim: signClaim("person"), words: ["0"] }] : [];
}

function heldByNumber(matcher: Matcher, layout: Layout): Held[] {
  const whole = numberSaid(layout);
  const leading = whole === null ? leadingNumber(layout.letters) : null;
  const category = matcher.numbers.get(whole ?? leading?.number ?? 0);
  return category && (!leading || asksFor(matcher, leading.rest, category)) ? [{ claim: numberClaim(category), words: [] }] : [];
}

function asksFor(matcher: Matcher, letters: string, category: Category): boolean {
  const layout = layoutOf(letters);
  const best = bestOf(wordsIn(matcher, letters).filter((finding) => holds(finding, layout)));
  return best?.claim.category?.id === category.id;
}

function wordsIn({ claims }: Matcher, letters: string): Finding[] {
  const found = new Map<Claim, Finding>();
  for (const [word, places] of knownWords(claims, letters)) {
    for (const claim of claims.get(word) ?? []) {
      let finding = found.get(claim);
      if (!finding) {
        finding = { claim, words: [], ends: new Array<number>(letters.length).fill(0) };
        found.set(claim, finding);
      }
      finding.words.push(word);
      for (const from of places) finding.ends[from] = (finding.ends[from] ?? 0) | (1 << (from + word.length));
    }
  }
  return [...found.values()];
}

/** The words of any claim that stand in a message, with the positions where they begin. */
function knownWords(claims: Matcher["claims"], letters: string): Map<string, number[]> {
  const known = new Map<string, number[]>();
  for (let from = 0; from < letters.length; from++) {
    for (let to = from + 1; to <= letters.length; to++) {
      const word = letters.slice(from, to);
      if (claims.has(word)) known.set(word, [...(known.get(word) ?? []), from]);
    }
  }
  return known;
}

function holds({ claim, words, ends }: Finding, layout: Layout): boolean {
  if (claim.kind === "contains" && words.length < claim.words.length) return false;
  if (claim.excluding.some((word) => layout.letters.includes(word))) return false;
  return claim.kind === "exact" ? isWhole(layout, ends) : isAsked(layout, ends);
}

function shortfallOf({ claim, words, ends }: Finding, layout: Layout): Shortfall {
  const excluded = claim.excluding.filter((word) => layout.letters.includes(word));
  if (excluded.length > 0) return { by: "excluded", words: excluded };
  const missing = claim.kind === "contains" ? claim.words.filter((word) => !words.includes(word)) : [];
  return missing.length > 0 ? { by: "missing", words: missing } : { by: "rest", rest: restOf(layout, ends) };
}

function outcomeOf({ claim: { rank, kind, priority, category, ruleId, meaning }, words }: Held): Outcome {
  if (!category) return { kind: meaning ?? "person", why: { by: "reserved", word: words[0] ?? "" } };
  if (rank === "rule") return { kind: "category", categoryId: category.id, ruleId, why: { by: kind, words, priority } };
  const why: Why = rank === "number" ? { by: "number", number: category.number ?? 0 } : { by: "name" };
  return { kind: "category", categoryId: category.id, ruleId: null, why };
}

function bestOf(held: readonly Held[]): Held | null {
  return held.reduce<Held | null>((best, one) => (best && byAdvantage(best, one) <= 0 ? best : one), null);
}

function byAdvantage(one: Held, other: Held): number {
  for (const [, weigh] of ADVANTAGES) {
    const difference = weigh(one, other);
    if (difference !== 0) return difference;
  }
  return 0;
}

function advantageOf(best: Held, other: Held): Advantage {
  return ADVANTAGES.find(([, weigh]) => weigh(best, other) !== 0)?.[0] ?? "earlier";
}

function lettersOf({ claim, words }: Held): number {
  return words.reduce((most, { length }) => (claim.kind === "contains" ? most + length : Math.max(most, length)), 0);
}

const numberOf = ({ claim }: Held) => claim.category?.number ?? MAX_NUMBER + 1;
