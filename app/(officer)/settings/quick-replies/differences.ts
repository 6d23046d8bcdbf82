/** A run of characters that both texts have, or only the later or only the earlier one. */
export type Difference = { kind: "same" | "added" | "removed"; text: string };

/** How a text became another one, character by character: as much as possible stays the same. For texts of a few thousand characters. */
export function differences(before: string, after: string): Difference[] {
  const [earlier, later] = [[...before], [...after]];
  const common = commonLengths(earlier, later);
  const found: Difference[] = [];
  const say = (kind: Difference["kind"], text = "") => {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  };
  let [one, other] = [0, 0];
  while (one < earlier.length || other < later.length) {
    if (one < earlier.length && earlier[one] === later[other]) {
      say("same", earlier[one]);
      one += 1;
      other += 1;
    } else if (one < earlier.length && (other >= later.length || common(one + 1, other) >= common(one, other + 1))) {
      say("removed", earlier[one]);
      one += 1;
    } else {
      say("added", later[other]);
      other += 1;
    }
  }
  return found;
}

/** How many characters, in order, two texts have in common from a place in each on. */
function commonLengths(earlier: readonly string[], later: readonly string[]): (one: number, other: number) => number {
  const width = later.length + 1;
  const lengths = new Uint16Array((earlier.length + 1) * width);
  const at = (one: number, other: number) => lengths[one * width + other] ?? 0;
  for (let one = earlier.length - 1; one >= 0; one -= 1) {
    for (let other = later.length - 1; other >= 0; other -= 1) {
      const isSame = earlier[one] === later[other];
      lengths[one * width + other] = isSame ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1));
    }
  }
  return at;
}
