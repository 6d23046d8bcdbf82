import { type Advantage, compile, explain, type Matcher, match } from "./match";
import { comparable } from "./normalize";
import type { Category, KeywordRule } from "./rules";

/** A rule by its category; `ruleId` null: what the category's number or name asks for. */
type RulePlace = { categoryId: string; ruleId: string | null };

/**
 * What an officer should know of the categories as they would stand. numberTwice, nameTwice: two categories would answer to it, and the
 * first does. reserved: a message of this word gets the menu or a person, never the category. hidden: another rule always takes it, by
 * a higher priority for instance. tied: both are as good, and only their order decides. neverHolds: the rule does not answer to its own
 * word. loop: sub-menus that lead back to where they began, each to the next.
 */
export type Finding =
  | { kind: "numberTwice"; number: number; categoryIds: [string, string] }
  | { kind: "nameTwice"; name: string; categoryIds: [string, string] }
  | { kind: "reserved"; word: string; place: RulePlace; meaning: "menu" | "person" }
  | { kind: "hidden" | "tied"; word: string; place: RulePlace; by: RulePlace; lostBy: Advantage }
  | { kind: "neverHolds"; word: string; place: RulePlace }
  | { kind: "loop"; categoryIds: string[] };

/** With one of these a word may say the number of a category. */
const NUMERAL = /[\d零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/u;

/** What is left to the officer to say: somebody may well want a rule that comes before another. The rest is refused. */
const WARNINGS: readonly Finding["kind"][] = ["hidden", "tied", "neverHolds"];

/** Whether a finding is only pointed out, and may be published all the same. */
export function isWarning({ kind }: Finding): boolean {
  return WARNINGS.includes(kind);
}

/** Whether an answer takes part in what was found. */
export function concerns(finding: Finding, id: string): boolean {
  if ("categoryIds" in finding) return finding.categoryIds.includes(id);
  return finding.place.categoryId === id || ("by" in finding && finding.by.categoryId === id);
}

/** Whatever loops, shadows or can never be met among the categories of one account. Every word is tried as a message of its own. */
export function findingsIn(categories: readonly Category[]): Finding[] {
  return find(categories, () => true);
}

/** The part of it that is about one category: only what that one could answer is tried, so that it is told while somebody writes. */
export function findingsAbout(categories: readonly Category[], id: string): Finding[] {
  const own = categories.find((category) => category.id === id);
  if (!own) return [];
  const sought = [own.name, ...own.rules.flatMap(({ words }) => words)].map(comparable).filter((word) => word !== "");
  const mayAnswer = (word: string) => {
    const letters = comparable(word);
    return (own.number !== null && NUMERAL.test(letters)) || sought.some((mine) => letters.includes(mine));
  };
  return find(categories, (category, word) => category.id === id || mayAnswer(word)).filter((finding) => concerns(finding, id));
}

type Tried = (category: Category, word: string) => boolean;

function find(categories: readonly Category[], isTried: Tried): Finding[] {
  const matcher = compile(categories);
  return [
    ...twins(categories, ({ number }) => number).map(
      ({ category, categoryIds }): Finding => ({ kind: "numberTwice", number: category.number ?? 0, categoryIds }),
    ),
    ...twins(categories, ({ name }) => comparable(name)).map(
      ({ category, categoryIds }): Finding => ({ kind: "nameTwice", name: category.name, categoryIds }),
    ),
    ...categories.flatMap((category) => [
      ...(isTried(category, category.name) ? findingsOfName(matcher, category) : []),
      ...findingsOfRules(matcher, category, isTried),
    ]),
    ...loopsIn(categories),
  ];
}

function findingsOfName(matcher: Matcher, { id, name }: Category): Finding[] {
  const outcome = match(matcher, name);
  if (!outcome || outcome.kind === "category") return [];
  return [{ kind: "reserved", word: name, place: { categoryId: id, ruleId: null }, meaning: outcome.kind }];
}

function findingsOfRules(matcher: Matcher, category: Category, isTried: Tried): Finding[] {
  return category.rules.flatMap((rule) =>
    probesOf(rule)
      .filter((word) => isTried(category, word))
      .flatMap((word) => findingsOfWord(matcher, word, { categoryId: category.id, ruleId: rule.id })),
  );
}

/** Messages that a rule should answer to: each of its words, or all of them together where it wants all. */
function probesOf({ kind, words }: KeywordRule): string[] {
  return kind === "contains" ? [words.join("")] : [...words];
}

function findingsOfWord(matcher: Matcher, word: string, place: RulePlace): Finding[] {
  const { outcome, beaten } = explain(matcher, word);
  if (outcome && outcome.kind !== "category") return [{ kind: "reserved", word, place, meaning: outcome.kind }];
  if (outcome?.categoryId === place.categoryId) return [];
  const own = beaten.find(({ outcome: other }) => other.kind === "category" && other.ruleId === place.ruleId);
  if (!outcome || !own) return [{ kind: "neverHolds", word, place }];
  const isTie = own.lostBy === "lowerNumber" || own.lostBy === "earlier";
  return [
    { kind: isTie ? "tied" : "hidden", word, place, by: { categoryId: outcome.categoryId, ruleId: outcome.ruleId }, lostBy: own.lostBy },
  ];
}

function twins<Key extends string | number>(categories: readonly Category[], keyOf: (category: Category) => Key | null) {
  const first = new Map<Key, string>();
  return categories.flatMap((category) => {
    const key = keyOf(category);
    const other = key === null ? undefined : first.get(key);
    if (key !== null && other === undefined) first.set(key, category.id);
    return other === undefined ? [] : [{ category, categoryIds: [other, category.id] as [string, string] }];
  });
}

/** One loop for each step of a sub-menu that leads back to where somebody came from. */
function loopsIn(categories: readonly Category[]): Finding[] {
  const leadsTo = new Map(categories.map((category) => [category.id, category.leadsTo]));
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): Finding[] => {
    const at = path.indexOf(id);
    if (at >= 0) return [{ kind: "loop", categoryIds: path.slice(at) }];
    if (done.has(id)) return [];
    const loops = (leadsTo.get(id) ?? []).flatMap((next) => walk(next, [...path, id]));
    done.add(id);
    return loops;
  };
  return categories.flatMap(({ id }) => walk(id, []));
}
