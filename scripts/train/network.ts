import { readFileSync } from "node:fs";
import path from "node:path";
import { COMPARED, KNOWN_FROM, LETTER, type Net, STATE } from "@/lib/text/net";

const COMPARE_WIDTH = 4 * STATE + 2;
const AROUND = 3;

/** A network as network.py left it: its letters, and its weights as 32-bit numbers one after another. `fold`: the fold it never saw, -1 for none. */
export function readNetwork(folder: string, fold: number): Net {
  const vocabulary = JSON.parse(readFileSync(path.join(folder, "vocabulary.json"), "utf8")) as Record<string, number>;
  const bytes = readFileSync(path.join(folder, `network${fold}.bin`));
  const weights = new Float32Array(new Uint8Array(bytes).buffer);
  let at = 0;
  const next = (length: number) => {
    at += length;
    return weights.slice(at - length, at);
  };
  const net: Net = {
    vocabulary: new Map(Object.entries(vocabulary)),
    letters: next((KNOWN_FROM + Object.keys(vocabulary).length) * LETTER).fill(0, 0, LETTER),
    around: aroundByLetter(next(STATE * LETTER * AROUND)),
    aroundBias: next(STATE),
    align: next(STATE * STATE),
    compare: turned(next(COMPARED * COMPARE_WIDTH), COMPARED, COMPARE_WIDTH),
    compareBias: next(COMPARED),
    pool: next(COMPARED * 4 * COMPARED),
    poolBias: next(COMPARED),
    answer: next(COMPARED),
    answerBias: next(1),
  };
  if (at !== weights.length) throw new Error(`network${fold}.bin holds ${weights.length} numbers, not ${at}`);
  return net;
}

/** From [state][letter width][place] to [state][place][letter width]. */
function aroundByLetter(given: Float32Array): Float32Array {
  return given.map((_, index) => {
    const state = Math.floor(index / (AROUND * LETTER));
    const place = Math.floor(index / LETTER) % AROUND;
    return given[(state * LETTER + (index % LETTER)) * AROUND + place] as number;
  });
}

/** Rows become columns. */
function turned(given: Float32Array, rows: number, columns: number): Float32Array {
  return given.map((_, index) => given[(index % rows) * columns + Math.floor(index / rows)] as number);
}
