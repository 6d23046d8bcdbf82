import { matterWords } from "./matters";
import { plain, withoutGreeting } from "./normalize";
import { placeWords } from "./places";
import type { Reasons } from "./types";

const FILLING =
  /^(?:的|了|是|我们|我|你|您|在|有|请|吗|呢|啊|和|与|就|也|都|很|不|没|一|个|这|那|什么|怎么|为什么|希望|请问|领导|尊敬|反映|投诉|举报|咨询|问题|情况|关于|没有|还是|可以)+$/u;
const MOST_WORDS = 4;

/** Why two texts stand together or apart, in their own words: places and matter that both name, and what only one of them says. */
export function explain(text: string, other: string): Reasons {
  const a = plain(withoutGreeting(text.normalize("NFKC")));
  const b = plain(withoutGreeting(other.normalize("NFKC")));
  const places = placeWords(a);
  const others = placeWords(b);
  const place = places.filter((word) => others.includes(word));
  const matters = matterWords(a, b);
  const shared = sharedWords(a, b).filter((word) => ![...place, ...matters].some((name) => name.includes(word) || word.includes(name)));
  const only = [...places.filter((word) => !b.includes(word)), ...others.filter((word) => !a.includes(word))];
  return {
    place: place.slice(0, MOST_WORDS),
    matter: [...new Set([...matters, ...shared])].slice(0, MOST_WORDS),
    differing: [...new Set(only)].slice(0, MOST_WORDS),
  };
}

/** The stretches of two to eight letters that both texts hold, longest first, none inside another. */
export function sharedWords(a: string, b: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < a.length; ) {
    let length = 0;
    while (at + length < a.length && a[at + length] !== " " && length < 8 && b.includes(a.slice(at, at + length + 1))) length += 1;
    const word = a.slice(at, at + length);
    if (length >= 2 && !FILLING.test(word)) found.push(word);
    at += Math.max(1, length);
  }
  return [...new Set(found)].sort((x, y) => y.length - x.length);
}
