import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * One hash over the names and contents of files and folders; tests and what is absent do not count.
 * @param {string} folder
 * @param {string[]} names relative to the folder
 */
export function hashOf(folder, names) {
  const hash = createHash("sha256");
  for (const name of names) {
    for (const file of filesUnder(folder, name)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(folder, file)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string[]}
 */
function filesUnder(folder, name) {
  const place = path.join(folder, name);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(name) ? [] : [name];
  return readdirSync(place)
    .sort()
    .flatMap((child) => filesUnder(folder, path.join(name, child)));
}
