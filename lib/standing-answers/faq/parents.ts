import { comparable } from "@/lib/standing-answers/normalize";
import type { ReadLine } from "./entries";

/** Refuses lines that stand below an answer which is neither in the file nor kept, or below themselves. */
export function refuseLostParents(lines: readonly ReadLine[], existing: readonly { name: string }[]): ReadLine[] {
  const kept = new Set(existing.map(({ name }) => comparable(name)));
  const parents = new Map(lines.flatMap(({ entry }) => (entry ? [[comparable(entry.name), comparable(entry.parent)] as const] : [])));
  return lines.map((line) => {
    const parent = comparable(line.entry?.parent ?? "");
    if (parent === "" || (parents.has(parent) && !isCircle(parent, parents)) || (!parents.has(parent) && kept.has(parent))) return line;
    const fault = parents.has(parent) ? "parentLoops" : "parentUnknown";
    return { ...line, entry: null, faults: [...line.faults, { column: "parent", fault, isGrave: true }] };
  });
}

function isCircle(from: string, parents: ReadonlyMap<string, string>): boolean {
  const passed = new Set<string>();
  for (let name = from; name !== ""; name = parents.get(name) ?? "") {
    if (passed.has(name)) return true;
    passed.add(name);
  }
  return false;
}
