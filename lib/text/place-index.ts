import type { PlaceName } from "./names";

/** The latest questions of one place that a search begins with. */
const LATEST_OF_A_PLACE = 400;

/** Which questions name a place, by the sound or the number of its name: a list of slots each. */
export class PlaceIndex {
  readonly #slots = new Map<string, number[]>();

  /** Notes that the question of a slot names places. */
  add(slot: number, names: readonly PlaceName[]): void {
    for (const key of keysOf(names)) {
      const slots = this.#slots.get(key);
      if (slots) slots.push(slot);
      else this.#slots.set(key, [slot]);
    }
  }

  /** The latest slots that name one of some places. */
  near(names: readonly PlaceName[]): Set<number> {
    return new Set([...keysOf(names)].flatMap((key) => this.#slots.get(key)?.slice(-LATEST_OF_A_PLACE) ?? []));
  }
}

/** A number goes with its kind; letters stand for themselves in whatever order. */
function keysOf(names: readonly PlaceName[]): Set<string> {
  return new Set(names.map(({ key, kind }) => (/\d/.test(key) ? `${key.replace("号", "")}${kind}` : [...key].sort().join(""))));
}
