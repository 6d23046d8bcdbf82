import { Candidates } from "./candidates";
import { type Document, readDocument } from "./document";
import { Frequencies } from "./frequencies";
import { type Grams, gramsOf } from "./grams";
import { firstSentence, plain, withoutGreeting } from "./normalize";
import { PlaceIndex } from "./place-index";
import { type Placed, placedAt } from "./places";
import type { Asked } from "./types";

const DOCUMENTS_KEPT = 8_000;
const NO_PLACES: Placed = { names: [], parts: new Set(), cities: new Set() };

/** The questions of one account that a new one is held against, each in a slot, and their groups. */
export class Store {
  readonly frequencies: Frequencies;
  readonly candidates = new Candidates();
  readonly places = new PlaceIndex();
  readonly #questions: (Asked | undefined)[] = [];
  readonly #groups: string[] = [];
  readonly #slots = new Map<string, number>();
  readonly #members = new Map<string, number[]>();
  readonly #documents = new Map<number, Document>();
  readonly #places: Placed[] = [];
  readonly #placesOfGroups = new Map<string, Placed>();

  constructor(background: Float32Array) {
    this.frequencies = new Frequencies(background);
  }

  /** How many questions are held. */
  get size(): number {
    return this.#slots.size;
  }

  /** Adds a question to a group, new or known. A crowd asking one thing does not make its words common: only the first of a group counts. */
  add(asked: Asked, group: string, document?: Document): void {
    const { grams, where } = document ?? briefly(asked.text);
    const slot = this.#questions.length;
    this.candidates.add(grams, this.frequencies);
    this.places.add(slot, where.names);
    const members = this.#members.get(group);
    if (members) members.push(slot);
    else {
      this.#members.set(group, [slot]);
      this.frequencies.add(grams);
    }
    this.#questions.push(asked);
    this.#groups.push(group);
    this.#places.push({ names: where.names, parts: where.parts, cities: where.cities });
    this.#placesOfGroups.set(group, together(this.#placesOfGroups.get(group), where));
    this.#slots.set(asked.id, slot);
    if (document) this.#keep(slot, document);
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  question(slot: number): Asked | undefined {
    return this.#questions[slot];
  }

  groupOf(slot: number): string {
    return this.#groups[slot] as string;
  }

  /** The slots of a group's questions, in the order of their coming. */
  members(group: string): readonly number[] {
    return this.#members.get(group) ?? [];
  }

  /** The places that the questions of a group name, every one of them. */
  placesOf(group: string): Placed {
    return this.#placesOfGroups.get(group) ?? NO_PLACES;
  }

  /** Takes a question out for good. */
  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#leave(slot);
    this.#slots.delete(id);
    this.#questions[slot] = undefined;
    this.#documents.delete(slot);
  }

  /** Puts a question into another group. */
  move(id: string, group: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined || this.#groups[slot] === group) return;
    this.#leave(slot);
    this.#groups[slot] = group;
    const members = this.#members.get(group);
    if (members) members.push(slot);
    else this.#members.set(group, [slot]);
    this.#placesOfGroups.set(group, together(this.#placesOfGroups.get(group), this.#places[slot] as Placed));
  }

  /** Puts all of one group into another; the ids of those that went. */
  merge(from: string, into: string): string[] {
    const slots = from === into ? [] : this.members(from);
    if (slots.length === 0) return [];
    for (const slot of slots) this.#groups[slot] = into;
    this.#members.set(into, [...this.members(into), ...slots]);
    this.#placesOfGroups.set(into, together(this.#placesOfGroups.get(into), this.placesOf(from)));
    this.#members.delete(from);
    this.#placesOfGroups.delete(from);
    return slots.flatMap((slot) => this.#questions[slot]?.id ?? []);
  }

  /** A question's text as it was read; the latest are kept, others are read again. */
  document(slot: number): Document {
    const known = this.#documents.get(slot);
    if (known) return known;
    const document = readDocument(this.#questions[slot]?.text ?? "");
    this.#keep(slot, document);
    return document;
  }

  #keep(slot: number, document: Document): void {
    this.#documents.set(slot, document);
    if (this.#documents.size > DOCUMENTS_KEPT) {
      const oldest = this.#documents.keys().next().value;
      if (oldest !== undefined) this.#documents.delete(oldest);
    }
  }

  #leave(slot: number): void {
    const group = this.#groups[slot] as string;
    const rest = (this.#members.get(group) ?? []).filter((member) => member !== slot);
    if (rest.length > 0) this.#members.set(group, rest);
    else this.#members.delete(group);
    this.#placesOfGroups.delete(group);
    for (const member of rest) this.#placesOfGroups.set(group, together(this.#placesOfGroups.get(group), this.#places[member] as Placed));
  }
}

/** What a question that was grouped before has to be known by. */
function briefly(text: string): { grams: Grams; where: Placed } {
  const said = withoutGreeting(text.normalize("NFKC").trim());
  const whole = plain(said);
  return { grams: gramsOf(whole), where: placedAt(said, whole, plain(firstSentence(said)) || whole) };
}

function together(group: Placed | undefined, one: Placed): Placed {
  if (!group) return one;
  const names = one.names.filter(({ key, kind }) => !group.names.some((known) => known.key === key && known.kind === kind));
  const parts = [...one.parts].filter((part) => !group.parts.has(part));
  const cities = [...one.cities].filter((city) => !group.cities.has(city));
  if (names.length + parts.length + cities.length === 0) return group;
  return { names: [...group.names, ...names], parts: new Set([...group.parts, ...parts]), cities: new Set([...group.cities, ...cities]) };
}
