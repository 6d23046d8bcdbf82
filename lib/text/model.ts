import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { GRAM_SPACE } from "./grams";
import { KNOWN_FROM, LETTER, type Net } from "./net";
import type { Trees } from "./trees";

/** Everything that was trained: how common grams are, trees for each manner of writing, the network, and for each manner the probability from which a question joins. */
export type Model = { background: Float32Array; pairs: Trees[]; groups: Trees[]; net: Net; limits: number[] };

/** How a model lies in its file: a line of JSON naming the parts, then their numbers one after another, all of it compressed. */
export type Part = { name: string; kind: "f32" | "i32" | "i16" | "i8" | "u8"; length: number };
export type Header = { parts: Part[]; letters: string; bases: { pairs: number[]; groups: number[] }; limits: number[] };

const FILE = path.join(import.meta.dirname, "model.bin");
const KINDS = { f32: Float32Array, i32: Int32Array, i16: Int16Array, i8: Int8Array, u8: Uint8Array };
/** A share is kept as its logarithm in steps of a sixteenth of a power of two. */
export const SHARE_STEP = 16;
let shipped: Model | undefined;

/** The model that ships, read once. */
export function loadModel(): Model {
  shipped ??= readModel(readFileSync(FILE));
  return shipped;
}

/** Reads a model from the bytes of its file. */
export function readModel(bytes: Uint8Array): Model {
  const raw = new Uint8Array(gunzipSync(bytes));
  const end = raw.indexOf(10);
  const header = JSON.parse(new TextDecoder().decode(raw.subarray(0, end))) as Header;
  const parts = partsOf(raw, end + 1, header.parts);
  const numbers = (name: string) => Float32Array.from(parts.get(name) ?? []);
  const trees = (name: "pairs" | "groups") => header.bases[name].map((base, manner) => treesOf(parts, `${name}${manner}`, base));
  return {
    background: backgroundOf(parts.get("grams") ?? [], parts.get("shares") ?? []),
    pairs: trees("pairs"),
    groups: trees("groups"),
    limits: header.limits,
    net: {
      vocabulary: new Map([...header.letters].map((letter, index) => [letter, KNOWN_FROM + index])),
      letters: lettersOf(parts.get("letters") ?? [], numbers("letterScales")),
      around: numbers("around"),
      aroundBias: numbers("aroundBias"),
      align: numbers("align"),
      compare: numbers("compare"),
      compareBias: numbers("compareBias"),
      pool: numbers("pool"),
      poolBias: numbers("poolBias"),
      answer: numbers("answer"),
      answerBias: numbers("answerBias"),
    },
  };
}

type Numbers = ArrayLike<number> & Iterable<number>;

function partsOf(raw: Uint8Array, from: number, parts: Part[]): Map<string, Numbers> {
  const found = new Map<string, Numbers>();
  let at = from;
  for (const { name, kind, length } of parts) {
    const size = length * KINDS[kind].BYTES_PER_ELEMENT;
    found.set(name, new KINDS[kind](raw.slice(at, at + size).buffer));
    at += size;
  }
  return found;
}

function treesOf(parts: Map<string, Numbers>, name: string, base: number): Trees {
  return {
    base,
    roots: Int32Array.from(parts.get(`${name}Roots`) ?? []),
    feature: Int16Array.from(parts.get(`${name}Feature`) ?? []),
    limit: Float32Array.from(parts.get(`${name}Limit`) ?? []),
    right: Int32Array.from(parts.get(`${name}Right`) ?? []),
  };
}

/** Grams are kept as the steps from one to the next. */
function backgroundOf(steps: Numbers, shares: Numbers): Float32Array {
  const background = new Float32Array(GRAM_SPACE);
  let gram = 0;
  let index = 0;
  for (const step of steps) {
    gram += step;
    background[gram] = 2 ** (-(shares[index] as number) / SHARE_STEP);
    index += 1;
  }
  return background;
}

function lettersOf(letters: Numbers, scales: Float32Array): Float32Array {
  return Float32Array.from(letters, (value, index) => value * (scales[Math.floor(index / LETTER)] as number));
}
