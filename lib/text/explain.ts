import { matterWords } from "./matters";
import { plain, withoutGreeting } from "./normalize";
import { placeWords } from "./places";
import type { Reasons } from "./types";
import { faultBehind } from "./wishes";

const FILLING =
  /^(?:的|了|是|我们|我|你|您|在|有|请|吗|呢|啊|和|与|就|也|都|很|不|没|一|个|这|那|什么|怎么|为什么|希望|请问|领导|尊敬|反映|投诉|举报|咨询|问题|情况|关于|没有|还是|可以)+$/u;
/** Words that only fill, at either end of a stretch. */
const FILLED = /^(?:的|了|是|我们|我|你|您|在|有|和|与|就|也|都|很|还|到|着)+|(?:的|了|吗|呢|啊|吧|着|到)+$/gu;
/** Asks, and says nothing of the matter. */
const ASKING = /(?:什么时候|啥时候|几点|几时|何时|多久|多长时间|怎么回事|怎么办|为什么|为啥|怎么|请问)(?:才|能|才能|可以|会)*/gu;
const MOST_WORDS = 4;
const MOST_OWN = 3;

/**
 * Why two texts stand together or apart, in their own words: places and matter that both name, and what differs: the places that only
 * one of them names, then what the first alone says.
 */
export function explain(text: string, other: string): Reasons {
  const a = plain(withoutGreeting(text.normalize("NFKC")));
  const b = plain(withoutGreeting(other.normalize("NFKC")));
  const places = placeWords(a);
  const others = placeWords(b);
  const place = places.filter((word) => others.includes(word));
  const matters = matterWords(a, b);
  const own = ownWords(a, b, [...places, ...matters]).filter((word) => !matters.some((matter) => word.includes(matter)));
  const shared = sharedWords(a, b).filter((word) => ![...place, ...matters].some((name) => name.includes(word) || word.includes(name)));
  const only = [...places.filter((word) => !b.includes(word)), ...others.filter((word) => !a.includes(word))];
  const told = (words: readonly string[]) => [...new Set(words.map(whole))].filter((word) => word !== "").slice(0, MOST_WORDS);
  return {
    place: told(place),
    matter: told([...matters.map((word) => faultBehind(word, [a, b])), ...shared]),
    differing: told([...only, ...own]),
  };
}

/** A word without the half of a rare letter that it was cut through: nobody can read that, and no database takes it. */
export function whole(word: string): string {
  return word.replace(/\p{Surrogate}/gu, "");
}

/** Whether words only fill, and tell nothing. */
export function saysNothing(words: string): boolean {
  return FILLING.test(words);
}

/** What the first text says and the other does not, without `known` words, asking and filling: stretches of two to ten letters, in their order. */
function ownWords(a: string, b: string, known: readonly string[]): string[] {
  const told = [...known, ...sharedWords(a, b)].reduce(
    (text, word) => text.replaceAll(word, (found) => " ".repeat(found.length)),
    a.replace(ASKING, (found) => " ".repeat(found.length)),
  );
  const stretches = [...told.matchAll(/[^ ]+/gu)].map(({ 0: word, index }) => {
    const bare = word.replace(FILLED, "");
    // One letter tells little: with the next one it is 东口.
    return bare.length === 1 && !FILLING.test(bare) ? a.slice(index + word.indexOf(bare)).slice(0, 2) : bare;
  });
  return [...new Set(stretches)].filter((word) => /^\S{2,10}$/u.test(word) && !FILLING.test(word)).slice(0, MOST_OWN);
}

/** The stretches of two to eight letters that both texts hold, longest first, none inside another. */
function sharedWords(one: string, other: string): string[] {
  const [a, b] = [one.replace(ASKING, " "), other.replace(ASKING, " ")];
  const found: string[] = [];
  for (let at = 0; at + 1 < a.length; ) {
    let length = 0;
    while (at + length < a.length && a[at + length] !== " " && length < 8 && b.includes(a.slice(at, at + length + 1))) length += 1;
    const word = a.slice(at, at + length);
    if (length >= 2 && !saysNothing(word)) found.push(word);
    at += Math.max(1, length);
  }
  return [...new Set(found)].sort((x, y) => y.length - x.length);
}
