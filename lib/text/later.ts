import type { Document } from "./document";
import { namesRelation } from "./names";
import { partsConflict } from "./parts";
import { outOfPlace } from "./places";
import { differentMatters } from "./settle";
import type { Store } from "./store";

/** What officers and answers have settled, which nothing moves by itself. `apart`: the groups that a question was taken out of. */
export type Settled = { fixed: ReadonlySet<string>; apart: ReadonlyMap<string, ReadonlySet<string>> };

/** Whether nothing that their members say or that officers did keeps two groups from being one. `one`, `other`: the member of each that is likest to what brings them together. */
export function mayBeOne(
  store: Store,
  one: { group: string; document: Document },
  other: { group: string; document: Document },
  { apart }: Settled,
): boolean {
  const [here, there] = [store.placesOf(one.group), store.placesOf(other.group)];
  if (namesRelation({ names: here.names, sound: "" }, { names: there.names, sound: "" }) < 0) return false;
  if (partsConflict(here.parts, there.parts)) return false;
  if (differentMatters(one.document, other.document) || outOfPlace(one.document.where, there, [other.document.where])) return false;
  for (const [id, groups] of apart) {
    const slot = store.slotOf(id);
    const group = slot === undefined ? undefined : store.groupOf(slot);
    if ((group === one.group && groups.has(other.group)) || (group === other.group && groups.has(one.group))) return false;
  }
  return true;
}

/** Whether a group may go over to another one as a whole: none of its questions is settled where it is. */
export function mayGo(store: Store, group: string, { fixed }: Settled): boolean {
  return fixed.size === 0 || !store.members(group).some((slot) => fixed.has(store.question(slot)?.id ?? ""));
}
