import { Candidates } from "./candidates";
import { type Document, readDocument } from "./document";
import { Frequencies } from "./frequencies";
import { gramsOf } from "./grams";
import { plain, withoutGreeting } from "./normalize";
import type { Asked } from "./types";

const DOCUMENTS_KEPT = 4_000;

/** The questions of one account that a new one is held against, each in a slot, and their groups. */
export class Store {
  readonly frequencies: Frequencies;
  readonly candidates = new Candidates();
  readonly #questions: (Asked | undefined)[] = [];
  readonly #groups: string[] = [];
  readonly #slots = new Map<string, number>();
  readonly #members = new Map<string, number[]>();
  readonly #documents = new Map<number, Document>();

  constructor(background: Float32Array) {
    this.frequencies = new Frequencies(background);
  }

  /** How many questions are held. */
  get size(): number {
    return this.#slots.size;
  }

  /** Adds a question to a group, new or known. A crowd asking one thing does not make its words common: only the first of a group counts. */
  add(asked: Asked, group: string, document?: Document): void {
    const grams = document?.grams ?? gramsOf(plain(withoutGreeting(asked.text.normalize("NFKC").trim())));
    const slot = this.#questions.length;
    this.candidates.add(grams, this.frequencies);
    const members = this.#members.get(group);
    if (members) members.push(slot);
    else {
      this.#members.set(group, [slot]);
      this.frequencies.add(grams);
    }
    this.#questions.push(asked);
    this.#groups.push(group);
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
  }
}
