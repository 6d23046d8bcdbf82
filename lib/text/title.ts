import { sharedWords } from "./explain";
import { firstSentence, plain, withoutGreeting } from "./normalize";
import { placeWords } from "./places";
import { faultBehind } from "./wishes";

/** Names of people and what only points at them never stand in a title. */
const PERSON = /(?:[\p{Script=Han}]{1,3}(?:先生|女士|书记|市长|局长|主任|村长|组长|老师|医生))|\[[^\]]*\]|\d{5,}/gu;
const MOST_TEXTS = 12;
const MOST_LETTERS = 14;

/** What a group is about: the place most of its texts name and the words most of them share; never a person. Either may be empty. */
export function titleOf(texts: readonly string[]): { place: string; matter: string } {
  const read = texts.slice(0, MOST_TEXTS).map((text) => plain(withoutGreeting(text.normalize("NFKC").replace(PERSON, " "))));
  const place = mostNamed(read.map(placeWords), Math.ceil(read.length / 2));
  const bare = read.map((text) => text.replaceAll(place === "" ? " " : place, " "));
  const [first = "", ...rest] = bare;
  const words = mostNamed(
    rest.map((text) => sharedWords(first, text).slice(0, 6)),
    Math.ceil(rest.length / 2),
  );
  const sentence = plain(firstSentence((texts[0] ?? "").replace(PERSON, " "))).replaceAll(place === "" ? " " : place, "");
  const matter = words === "" ? sentence.replaceAll(" ", "").slice(0, MOST_LETTERS) : words;
  return { place, matter: faultBehind(matter, bare) };
}

function mostNamed(lists: string[][], least: number): string {
  const counts = new Map<string, number>();
  for (const list of lists) for (const word of new Set(list)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return best?.[0] ?? "";
}
