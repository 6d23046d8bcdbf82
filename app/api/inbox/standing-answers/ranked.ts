import type { InsertableAnswer, RankedAnswers } from "@/lib/standing-answers/insertable";
import { comparable, numberIn } from "@/lib/standing-answers/normalize";
import { Likest } from "@/lib/text/likest";

/** Answers that one look lists. */
const SHOWN = 50;

type Kept = { key: string; likest: Likest };
/** By account: with a thousand answers it takes a fifth of a second to make. */
const kept = new Map<string, Kept>();

/**
 * The answers of an account that are likest to what is looked for, likest first: to the words that the officer types, or until there are
 * some to the resident's question, behind which all the others stand in their own order. A number comes before everything.
 */
export function rankedAnswers(
  accountId: string,
  answers: readonly InsertableAnswer[],
  { typed, said }: { typed: string; said: string },
): RankedAnswers {
  const looked = typed.trim();
  const ranked = likestOf(accountId, answers).rank(looked || said);
  const number = looked === "" ? null : numberIn(comparable(looked));
  const numbered = answers.flatMap((answer, place) => (answer.number !== null && answer.number === number ? [place] : []));
  const places = new Set([...numbered, ...ranked, ...(looked === "" ? answers.keys() : [])]);
  return { answers: [...places].slice(0, SHOWN).flatMap((place) => answers[place] ?? []), found: places.size };
}

function likestOf(accountId: string, answers: readonly InsertableAnswer[]): Likest {
  const key = JSON.stringify(answers);
  const known = kept.get(accountId);
  if (known?.key === key) return known.likest;
  const likest = new Likest(answers.map(({ name, words, text }) => ({ about: [name, ...words].join("，"), text })));
  kept.set(accountId, { key, likest });
  return likest;
}
