import { numberOf } from "./grams";

/** A new question is held against many; where its pairs of letters stand is found once for all of them. */
const STARTS_KEPT = 8;
const latest = new Map<string, Map<number, number[]>>();

/** The stretches of two or more letters that b shares with a, the longest at each place, from its beginning to its end. */
export function blocks(a: string, b: string, weight: (gram: number) => number) {
  const starts = startsOf(a);
  let longest = 0;
  let heaviest = 0;
  let sum = 0;
  let covered = 0;
  let count = 0;
  for (let j = 0; j + 1 < b.length; ) {
    let best = 0;
    for (const i of starts.get(b.charCodeAt(j) * 65_536 + b.charCodeAt(j + 1)) ?? []) {
      let length = 2;
      while (i + length < a.length && j + length < b.length && a.charCodeAt(i + length) === b.charCodeAt(j + length)) length += 1;
      if (length > best) best = length;
    }
    if (best === 0) {
      j += 1;
      continue;
    }
    let heavy = 0;
    for (let k = j; k < j + best - 1; k += 1) heavy += weight(numberOf(b.charCodeAt(k), b.charCodeAt(k + 1), 0));
    longest = Math.max(longest, best);
    heaviest = Math.max(heaviest, heavy);
    if (best > 2) {
      sum += heavy;
      count += 1;
    }
    covered += best;
    j += best;
  }
  return { longest, heaviest, sum, covered, count };
}

/** How many letters two texts begin with alike. */
export function prefix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

/** How many letters two texts end with alike. */
export function suffix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n += 1;
  return n;
}

function startsOf(text: string): Map<number, number[]> {
  const known = latest.get(text);
  if (known) return known;
  const starts = new Map<number, number[]>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
    const list = starts.get(pair);
    if (list) list.push(at);
    else starts.set(pair, [at]);
  }
  latest.set(text, starts);
  if (latest.size > STARTS_KEPT) latest.delete(latest.keys().next().value ?? "");
  return starts;
}
