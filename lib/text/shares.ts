import { readFileSync } from "node:fs";
import path from "node:path";
import { backgroundIn, partsIn } from "./model-file";

/** Of the process, not of this file: a bundler moves files. */
const FILE = path.join(process.cwd(), "lib/text/model.bin");
let shares: Float32Array | undefined;

/** How common grams are, and nothing else of the model that ships, read once. */
export function loadShares(): Float32Array {
  shares ??= backgroundIn(partsIn(readFileSync(FILE), ["grams", "shares"]).parts);
  return shares;
}
