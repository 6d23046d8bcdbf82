import { gunzipSync } from "node:zlib";
import { GRAM_SPACE } from "./grams";

/** How a model lies in its file: a line of JSON naming the parts, then their numbers one after another, all of it compressed. */
export type Part = { name: string; kind: "f32" | "i32" | "i16" | "i8" | "u8"; length: number };
export type Header = { parts: Part[]; letters: string; bases: { pairs: number[]; groups: number[] }; limits: number[] };
export type Numbers = ArrayLike<number> & Iterable<number>;

const KINDS = { f32: Float32Array, i32: Int32Array, i16: Int16Array, i8: Int8Array, u8: Uint8Array };
/** A share is kept as its logarithm in steps of a sixteenth of a power of two. */
export const SHARE_STEP = 16;

/** The parts of a model's file; those in `named` alone, where it is given. */
export function partsIn(bytes: Uint8Array, named?: readonly string[]): { header: Header; parts: Map<string, Numbers> } {
  const raw = new Uint8Array(gunzipSync(bytes));
  const end = raw.indexOf(10);
  const header = JSON.parse(new TextDecoder().decode(raw.subarray(0, end))) as Header;
  const parts = new Map<string, Numbers>();
  let at = end + 1;
  for (const { name, kind, length } of header.parts) {
    const size = length * KINDS[kind].BYTES_PER_ELEMENT;
    if (named?.includes(name) ?? true) parts.set(name, new KINDS[kind](raw.slice(at, at + size).buffer));
    at += size;
  }
  return { header, parts };
}

/** For each gram the share of texts that hold it, between 0 and 1. Grams are kept as the steps from one to the next. */
export function backgroundIn(parts: ReadonlyMap<string, Numbers>): Float32Array {
  const background = new Float32Array(GRAM_SPACE);
  const shares = parts.get("shares") ?? [];
  let gram = 0;
  let index = 0;
  for (const step of parts.get("grams") ?? []) {
    gram += step;
    background[gram] = 2 ** (-(shares[index] as number) / SHARE_STEP);
    index += 1;
  }
  return background;
}
