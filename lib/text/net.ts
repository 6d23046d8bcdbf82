import { addWeighed, product, turned } from "./linear";

/** A small network that reads two short questions side by side: letters in context, each aligned with the other text, compared, pooled. */
export type Net = {
  vocabulary: Map<string, number>;
  letters: Float32Array;
  around: Float32Array;
  aroundBias: Float32Array;
  align: Float32Array;
  compare: Float32Array;
  compareBias: Float32Array;
  pool: Float32Array;
  poolBias: Float32Array;
  answer: Float32Array;
  answerBias: Float32Array;
};

/** What the network keeps of one text. `turned`, `own`, `theirs`: what follows from its letters alone, reckoned when first needed. */
export type Reading = { letters: Int32Array; states: Float64Array; turned?: Float64Array; own?: Float64Array; theirs?: Float64Array };

/** Weights laid out for reckoning. `placed`: what each letter adds to a state before, on and after its place. */
type Prepared = {
  placed: Float64Array;
  align: Float64Array;
  own: Float64Array;
  theirs: Float64Array;
  both: Float64Array;
  pool: Float64Array;
};

/** Width of a letter, of its state in context and of a comparison; letters read; numbers kept for a blank and for letters that are not in the vocabulary. */
export const LETTER = 48;
export const STATE = 64;
export const COMPARED = 48;
export const KNOWN_FROM = 66;
const MOST_LETTERS = 32;
/** A letter of the other text that is looked at less than this is passed over. */
const LEAST_SHARE = 1e-3;
const PLACES = 3;
const preparedOf = new WeakMap<Net, Prepared>();

/** Reads a plain text once. */
export function readWith(net: Net, plain: string): Reading {
  const letters = Int32Array.from(plain.slice(0, MOST_LETTERS), (letter) => numberOfLetter(net, letter));
  const { placed } = prepare(net);
  const states = new Float64Array(letters.length * STATE);
  for (let at = 0; at < letters.length; at += 1) {
    const own = at * STATE;
    states.set(net.aroundBias, own);
    for (let step = 0; step < PLACES; step += 1) {
      const near = at + step - 1;
      if (near < 0 || near >= letters.length) continue;
      const from = ((letters[near] as number) * PLACES + step) * STATE;
      for (let out = 0; out < STATE; out += 1) states[own + out] = (states[own + out] as number) + (placed[from + out] as number);
    }
    for (let out = own; out < own + STATE; out += 1) if ((states[out] as number) < 0) states[out] = 0;
  }
  return { letters, states };
}

/** The network's opinion whether two texts ask the same, as a logit; 0 where one is empty. */
export function askTheSame(net: Net, a: Reading, b: Reading): number {
  const n = a.letters.length;
  const m = b.letters.length;
  if (n === 0 || m === 0) return 0;
  const weights = prepare(net);
  const scores = new Float64Array(n * m);
  const aligned = turnedStates(weights, a);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < m; j += 1) {
      scores[i * m + j] = (a.letters[i] === b.letters[j] ? 2 : 0) + product(aligned, i * STATE, b.states, j * STATE, STATE) / 8;
    }
  }
  const ofA = side(net, weights, a, b, scores);
  const ofB = side(net, weights, b, a, turned(scores, n, m));
  const input = new Float64Array(4 * COMPARED);
  for (let k = 0; k < 2 * COMPARED; k += 1) {
    input[k] = (ofA[k] as number) + (ofB[k] as number);
    input[2 * COMPARED + k] = Math.abs((ofA[k] as number) - (ofB[k] as number));
  }
  const pooled = Float64Array.from(net.poolBias);
  addWeighed(weights.pool, COMPARED, input, 0, input.length, pooled, 0);
  return pooled.reduce((logit, sum, out) => (sum > 0 ? logit + sum * (net.answer[out] as number) : logit), net.answerBias[0] as number);
}

/** `scores`: how much each own letter looks at each of the other text, row by row. */
function side(net: Net, weights: Prepared, own: Reading, other: Reading, scores: Float64Array): Float64Array {
  const n = own.letters.length;
  const m = other.letters.length;
  const pooled = new Float64Array(2 * COMPARED);
  const counterpart = new Float64Array(STATE);
  const input = new Float64Array(2 * STATE + 2);
  const sums = new Float64Array(COMPARED);
  const pairs = pairedLetters(own.letters, other.letters);
  const parts = ownParts(net, weights, own);
  const theirs = partsForOthers(weights, other);
  for (let i = 0; i < n; i += 1) {
    for (let out = 0; out < COMPARED; out += 1) sums[out] = parts[i * COMPARED + out] as number;
    attend(other.states, theirs, scores, i * m, m, counterpart, sums);
    for (let k = 0; k < STATE; k += 1) {
      const state = own.states[i * STATE + k] as number;
      const there = counterpart[k] as number;
      input[k] = Math.abs(state - there);
      input[STATE + k] = state * there;
    }
    input[2 * STATE] = other.letters.includes(own.letters[i] as number) ? 1 : 0;
    input[2 * STATE + 1] = pairs[i] as number;
    addWeighed(weights.both, COMPARED, input, 0, input.length, sums, 0);
    for (let out = 0; out < COMPARED; out += 1) {
      const sum = sums[out] as number;
      if (sum <= 0) continue;
      if (sum > (pooled[out] as number)) pooled[out] = sum;
      pooled[COMPARED + out] = (pooled[COMPARED + out] as number) + sum / n;
    }
  }
  return pooled;
}

/** Gathers what the other text holds in the place of one letter, whose scores are `count` from `from`, and adds to `sums` what that weighs. */
function attend(
  states: Float64Array,
  theirs: Float64Array,
  scores: Float64Array,
  from: number,
  count: number,
  counterpart: Float64Array,
  sums: Float64Array,
): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let j = from; j < from + count; j += 1) if ((scores[j] as number) > top) top = scores[j] as number;
  let total = 0;
  for (let j = from; j < from + count; j += 1) total += Math.exp((scores[j] as number) - top);
  counterpart.fill(0);
  for (let j = 0; j < count; j += 1) {
    const share = Math.exp((scores[from + j] as number) - top) / total;
    if (share < LEAST_SHARE) continue;
    for (let k = 0; k < STATE; k += 1) counterpart[k] = (counterpart[k] as number) + share * (states[j * STATE + k] as number);
    for (let out = 0; out < COMPARED; out += 1) sums[out] = (sums[out] as number) + share * (theirs[j * COMPARED + out] as number);
  }
}

/** What a text's own letters add to every comparison. */
function ownParts(net: Net, weights: Prepared, reading: Reading): Float64Array {
  if (reading.own) return reading.own;
  const parts = new Float64Array(reading.letters.length * COMPARED);
  for (let at = 0; at < reading.letters.length; at += 1) parts.set(net.compareBias, at * COMPARED);
  reading.own = weighedStates(reading, weights.own, COMPARED, parts);
  return reading.own;
}

/** What a text's letters add where they stand in the place of another text's. */
function partsForOthers(weights: Prepared, reading: Reading): Float64Array {
  reading.theirs ??= weighedStates(reading, weights.theirs, COMPARED, new Float64Array(reading.letters.length * COMPARED));
  return reading.theirs;
}

/** A text's states as they are held against those of another. */
function turnedStates(weights: Prepared, reading: Reading): Float64Array {
  reading.turned ??= weighedStates(reading, weights.align, STATE, new Float64Array(reading.states.length));
  return reading.turned;
}

function weighedStates({ letters, states }: Reading, weights: Float64Array, width: number, sums: Float64Array): Float64Array {
  for (let at = 0; at < letters.length; at += 1) {
    addWeighed(weights, width, states.subarray(at * STATE, (at + 1) * STATE), 0, STATE, sums, at * width);
  }
  return sums;
}

function prepare(net: Net): Prepared {
  const known = preparedOf.get(net);
  if (known) return known;
  const compare = Float64Array.from(net.compare);
  const prepared = {
    placed: placedLetters(net),
    align: turned(net.align, STATE, STATE),
    own: compare.subarray(0, STATE * COMPARED),
    theirs: compare.subarray(STATE * COMPARED, 2 * STATE * COMPARED),
    both: compare.subarray(2 * STATE * COMPARED),
    pool: turned(net.pool, COMPARED, 4 * COMPARED),
  };
  preparedOf.set(net, prepared);
  return prepared;
}

function placedLetters(net: Net): Float64Array {
  const count = net.letters.length / LETTER;
  const letters = Float64Array.from(net.letters);
  const around = Float64Array.from(net.around);
  const placed = new Float64Array(count * PLACES * STATE);
  for (let letter = 0; letter < count; letter += 1) {
    for (let step = 0; step < PLACES; step += 1) {
      const to = (letter * PLACES + step) * STATE;
      for (let out = 0; out < STATE; out += 1)
        placed[to + out] = product(letters, letter * LETTER, around, (out * PLACES + step) * LETTER, LETTER);
    }
  }
  return placed;
}

/** 1 for each letter that stands in a pair of neighbours which the other text holds too. */
function pairedLetters(own: Int32Array, other: Int32Array): Uint8Array {
  const known = new Set<number>();
  for (let j = 0; j + 1 < other.length; j += 1) known.add((other[j] as number) * 65_536 + (other[j + 1] as number));
  const paired = new Uint8Array(own.length);
  for (let i = 0; i + 1 < own.length; i += 1) {
    if (known.has((own[i] as number) * 65_536 + (own[i + 1] as number))) paired[i] = paired[i + 1] = 1;
  }
  return paired;
}

function numberOfLetter(net: Net, letter: string): number {
  if (letter === " ") return 1;
  return net.vocabulary.get(letter) ?? 2 + (letter.charCodeAt(0) % 64);
}
