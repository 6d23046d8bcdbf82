import type { Document } from "./document";
import type { Store } from "./store";

/** An open question that resembles a new one. `search`: how like, which in the order, how much less like than the likest. */
export type LookAlike = { slot: number; search: number[] };

export const MOST_FOUND = 12;
const MOST_OF_A_GROUP = 4;
/** After the first ones only those are compared that are at least this share as like as the likest. */
const ALWAYS_COMPARED = 5;
const WORTH_COMPARING = 0.45;

/** The questions of the store that resemble one, likest letters first; half of them about a place it names, where there are such. `without`: a group that is passed over. */
export function lookAlikes(store: Store, document: Document, without?: string): LookAlike[] {
  const taken = new Map<string, number>();
  const near = store.places.near(document.where.names);
  const accept = (slot: number) => {
    if (!store.question(slot)) return false;
    const group = store.groupOf(slot);
    if (group === without) return false;
    const count = taken.get(group) ?? 0;
    taken.set(group, count + 1);
    return count < MOST_OF_A_GROUP;
  };
  const found = store.candidates.search(document.grams, store.frequencies, MOST_FOUND, accept, near);
  const likest = found[0]?.likeness ?? 0;
  return found
    .filter(({ slot, likeness }, rank) => rank < ALWAYS_COMPARED || likeness >= likest * WORTH_COMPARING || near.has(slot))
    .map(({ slot, likeness }, rank) => ({ slot, search: [likeness, rank, likest - likeness] }));
}
