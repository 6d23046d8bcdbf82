import { gzipSync } from "node:zlib";
import type { Model } from "@/lib/text/model";
import { type Header, type Part, SHARE_STEP } from "@/lib/text/model-file";
import { LETTER } from "@/lib/text/net";

/** A model as the bytes of its file: letters in eight bits, shares by their logarithm, the rest as it is. */
export function packModel(model: Model): Uint8Array {
  const parts: Part[] = [];
  const bytes: Uint8Array[] = [];
  const put = (name: string, kind: Part["kind"], numbers: Float32Array | Int32Array | Int16Array | Int8Array | Uint8Array) => {
    parts.push({ name, kind, length: numbers.length });
    bytes.push(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  };
  const { steps, shares } = sparse(model.background);
  put("grams", "i32", steps);
  put("shares", "u8", shares);
  for (const name of ["pairs", "groups"] as const) {
    model[name].forEach((trees, manner) => {
      put(`${name}${manner}Roots`, "i32", trees.roots);
      put(`${name}${manner}Feature`, "i16", trees.feature);
      put(`${name}${manner}Limit`, "f32", trees.limit);
      put(`${name}${manner}Right`, "i32", trees.right);
    });
  }
  const { values, scales } = inEightBits(model.net.letters);
  put("letters", "i8", values);
  put("letterScales", "f32", scales);
  const { vocabulary, letters: _, ...weights } = model.net;
  for (const [name, numbers] of Object.entries(weights)) put(name, "f32", numbers);
  const header: Header = {
    parts,
    letters: [...vocabulary]
      .sort((a, b) => a[1] - b[1])
      .map(([letter]) => letter)
      .join(""),
    bases: { pairs: model.pairs.map(({ base }) => base), groups: model.groups.map(({ base }) => base) },
    limits: model.limits,
  };
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...bytes]), { level: 9 });
}

function sparse(background: Float32Array): { steps: Int32Array; shares: Uint8Array } {
  const steps: number[] = [];
  const shares: number[] = [];
  let last = 0;
  background.forEach((share, gram) => {
    if (share === 0) return;
    steps.push(gram - last);
    shares.push(Math.min(255, Math.max(0, Math.round(-Math.log2(share) * SHARE_STEP))));
    last = gram;
  });
  return { steps: Int32Array.from(steps), shares: Uint8Array.from(shares) };
}

function inEightBits(letters: Float32Array): { values: Int8Array; scales: Float32Array } {
  const values = new Int8Array(letters.length);
  const scales = new Float32Array(letters.length / LETTER);
  for (let row = 0; row < scales.length; row += 1) {
    const numbers = letters.subarray(row * LETTER, (row + 1) * LETTER);
    const scale = Math.max(1e-9, ...numbers.map(Math.abs)) / 127;
    scales[row] = scale;
    numbers.forEach((number, index) => {
      values[row * LETTER + index] = Math.round(number / scale);
    });
  }
  return { values, scales };
}
