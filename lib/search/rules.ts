/** As many words as one search takes. */
const MOST_WORDS = 8;
const MOST_LETTERS = 50;
/** How long one request may look through what is old before it gives what it has, in milliseconds. */
export const PATIENCE_MS = 200;
const WEEK = 7 * 24 * 3_600_000;
/** Weeks are counted from 2010, so that their number fits beside two code points. */
const FIRST_WEEK = Date.UTC(2010, 0, 1);
const BLANK = /[ \t\n\r\f\v]/;

/** What a search looks for: each word must stand somewhere in what was said. `short`: words of a single letter, which no index finds. */
export type SearchWords = { words: string[]; short: string[] };

/** Text without its differences of width, Latin capitals and blanks; the same as search_fold() in the database. */
export function foldSaid(text: string): string {
  return [...text.normalize("NFKC")]
    .filter((letter) => !BLANK.test(letter))
    .join("")
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

/** The words of a search, folded, without repetitions. */
export function searchWords(query: string): SearchWords {
  const folded = query
    .slice(0, 400)
    .split(/\s+/u)
    .map(foldSaid)
    .filter((word) => word !== "");
  const words = [...new Set(folded)].map((word) => [...word].slice(0, MOST_LETTERS).join(""));
  return {
    words: words.filter((word) => [...word].length >= 2).slice(0, MOST_WORDS),
    short: words.filter((word) => [...word].length < 2),
  };
}

/** The index keys of some words, without their week: each pair of neighbouring letters, 21 bits a code point. */
export function searchPairs(words: readonly string[]): bigint[] {
  const pairs = words.flatMap((word) => {
    const codes = [...word].map((letter) => BigInt(letter.codePointAt(0) ?? 0));
    return codes.slice(1).map((code, index) => ((codes[index] ?? 0n) << 21n) | code);
  });
  return [...new Set(pairs)];
}

/** The words that have to be looked for in the text: a pair of letters is exact, of longer words the index knows no more than that their pairs occur. */
export function beyondTheirPairs(words: readonly string[]): string[] {
  return words.filter((word) => [...word].length > 2);
}

/** The week of an instant, as search_week() in the database counts. */
export function weekOf(at: Date): number {
  return Math.floor((at.getTime() - FIRST_WEEK) / WEEK);
}

/** A stretch of text, and whether it is what was looked for. */
export type Stretch = { text: string; found: boolean };

/** Cuts a text where the words of a search stand in it, blanks and width ignored; the stretches together are the text. */
export function highlight(text: string, words: readonly string[]): Stretch[] {
  const { folded, from, until } = foldedWithPlaces(text);
  const marked = new Set<number>();
  for (const word of words) {
    for (let at = folded.indexOf(word); word !== "" && at >= 0; at = folded.indexOf(word, at + 1)) {
      const first = from[at] ?? 0;
      const last = until[at + word.length - 1] ?? first;
      for (let place = first; place < last; place += 1) marked.add(place);
    }
  }
  const stretches: Stretch[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const found = marked.has(place);
    const latest = stretches.at(-1);
    if (latest?.found === found) latest.text += text[place];
    else stretches.push({ text: text[place] ?? "", found });
  }
  return stretches;
}

const BEFORE = 12;
const LONGEST = 90;

/** The part of a text around its first found word, short enough for a row; `…` stands where something was left out. */
export function snippet(text: string, words: readonly string[]): string {
  const oneLine = text.replace(/\s+/gu, " ").trim();
  const letters = [...oneLine];
  if (letters.length <= LONGEST) return oneLine;
  const before = highlight(oneLine, words);
  const first = before.findIndex(({ found }) => found);
  const at =
    first < 0
      ? 0
      : [
          ...before
            .slice(0, first)
            .map((stretch) => stretch.text)
            .join(""),
        ].length;
  const start = Math.max(0, Math.min(at - BEFORE, letters.length - LONGEST));
  const end = start + LONGEST;
  return `${start > 0 ? "…" : ""}${letters.slice(start, end).join("")}${end < letters.length ? "…" : ""}`;
}

/** The folded text, and for each of its UTF-16 units where the letter that it comes from begins and ends. */
function foldedWithPlaces(text: string): { folded: string; from: number[]; until: number[] } {
  let folded = "";
  const from: number[] = [];
  const until: number[] = [];
  for (const { segment, index } of new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)) {
    const piece = foldSaid(segment);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      from.push(index);
      until.push(index + segment.length);
    }
  }
  return { folded, from, until };
}
