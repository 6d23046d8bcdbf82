import { readFileSync } from "node:fs";
import path from "node:path";
import { backgroundIn, type Numbers, partsIn } from "./model-file";
import { KNOWN_FROM, LETTER, type Net } from "./net";
import type { Trees } from "./trees";

/** Everything that was trained: how common grams are, trees for each manner of writing, the network, and for each manner the probability from which a question joins. */
export type Model = { background: Float32Array; pairs: Trees[]; groups: Trees[]; net: Net; limits: number[] };

const FILE = path.join(import.meta.dirname, "model.bin");
let shipped: Model | undefined;

/** The model that ships, read once. */
export function loadModel(): Model {
  shipped ??= readModel(readFileSync(FILE));
  return shipped;
}

/** Reads a model from the bytes of its file. */
export function readModel(bytes: Uint8Array): Model {
  const { header, parts } = partsIn(bytes);
  const numbers = (name: string) => Float32Array.from(parts.get(name) ?? []);
  const trees = (name: "pairs" | "groups") => header.bases[name].map((base, manner) => treesOf(parts, `${name}${manner}`, base));
  return {
    background: backgroundIn(parts),
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

function treesOf(parts: Map<string, Numbers>, name: string, base: number): Trees {
  return {
    base,
    roots: Int32Array.from(parts.get(`${name}Roots`) ?? []),
    feature: Int16Array.from(parts.get(`${name}Feature`) ?? []),
    limit: Float32Array.from(parts.get(`${name}Limit`) ?? []),
    right: Int32Array.from(parts.get(`${name}Right`) ?? []),
  };
}

function lettersOf(letters: Numbers, scales: Float32Array): Float32Array {
  return Float32Array.from(letters, (value, index) => value * (scales[Math.floor(index / LETTER)] as number));
}
