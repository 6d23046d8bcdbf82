import { correctedText } from "./correction";
import { type Document, readDocument } from "./document";
import { explain } from "./explain";
import { loadModel, type Model } from "./model";
import { saysLittle } from "./places";
import { Store } from "./store";
import { probability } from "./trees";
import { NOT_TUNED, tuned } from "./tune";
import type { Alike, Asked, Confidence, Grouped, Placement, Reasons, Tuning } from "./types";
import { groupLogit, type Weighed, weigh } from "./weigh";

const NO_REASONS: Reasons = { place: [], matter: [], differing: [] };
const SURE = 0.9;
const LIKELY = 0.7;

/** How a Grouping behaves. `nameGroup`: the name of a group that a question opens, its id unless given. */
export type GroupingSettings = { tuning?: Tuning; nameGroup?: (asked: Asked) => string; model?: Model };

/** Puts the questions of one account into groups, one at a time as they come, without looking ahead. In memory; keeps no text but what it was given. */
export class Grouping {
  readonly #model: Model;
  readonly #store: Store;
  readonly #tuning: Tuning;
  readonly #nameGroup: (asked: Asked) => string;
  readonly #apart = new Map<string, Set<string>>();

  constructor(settings: GroupingSettings = {}) {
    this.#model = settings.model ?? loadModel();
    this.#store = new Store(this.#model.background);
    this.#tuning = settings.tuning ?? NOT_TUNED;
    this.#nameGroup = settings.nameGroup ?? ((asked) => asked.id);
  }

  /** How many questions are held. */
  get size(): number {
    return this.#store.size;
  }

  /** Gives a new question to a group or opens one. `follows`: the group of the same thread's open question, which a text that names no place or matter of its own joins. */
  place(asked: Asked, hint: { follows?: string | undefined } = {}): Placement {
    const document = readDocument(asked.text);
    const { follows } = hint;
    if (follows !== undefined && this.#store.members(follows).length > 0 && saysLittle(document.plain)) {
      this.#store.add(asked, follows, document);
      return { group: follows, joined: true, confidence: "likely", probability: LIKELY, like: undefined, reasons: NO_REASONS, moved: [] };
    }
    const placement = this.#decide(asked, document);
    this.#store.add(asked, placement.group, document);
    return placement;
  }

  /** Decides anew about a question whose resident corrected a word of it, such as "不对，是五号路". The question keeps its id. */
  correct(id: string, correction: string): Placement {
    const slot = this.#store.slotOf(id);
    const before = slot === undefined ? undefined : this.#store.question(slot);
    if (slot === undefined || !before) throw new RangeError(`no question ${id} is held`);
    const from = this.#store.groupOf(slot);
    this.#store.remove(id);
    const placement = this.place({ ...before, text: correctedText(before.text, correction) });
    const group = !placement.joined && placement.group === from && this.#store.members(from).length > 1 ? `${from}'` : placement.group;
    if (group !== placement.group) this.#store.move(id, group);
    return { ...placement, group, moved: group === from ? [] : [{ id, from, to: group, reasons: placement.reasons }] };
  }

  /** Takes in questions that were grouped before, in the order of their coming. */
  restore(questions: Iterable<Grouped>): void {
    for (const { group, ...asked } of questions) this.#store.add(asked, group);
  }

  /** Forgets a question. */
  remove(id: string): void {
    this.#store.remove(id);
  }

  /** Puts a question where an officer wants it. */
  move(id: string, group: string): void {
    this.#store.move(id, group);
  }

  /** Puts all of one group into another. */
  merge(from: string, into: string): void {
    for (const slot of [...this.#store.members(from)]) {
      const id = this.#store.question(slot)?.id;
      if (id !== undefined) this.#store.move(id, into);
    }
  }

  /** Never gives this question to a group that an officer took it from, should it be placed anew. */
  keepApart(id: string, group: string): void {
    this.#apart.set(id, (this.#apart.get(id) ?? new Set()).add(group));
  }

  /** The group of a question, if it is held. */
  groupOf(id: string): string | undefined {
    const slot = this.#store.slotOf(id);
    return slot === undefined ? undefined : this.#store.groupOf(slot);
  }

  /** The questions likest to a text, one a group, for answers given before; none below a probability of 0.2. */
  similar(text: string, most: number): Alike[] {
    const asked = { id: "", text };
    const document = readDocument(text);
    return this.#judged(document, asked)
      .filter(({ chance }) => chance >= 0.2)
      .slice(0, most)
      .map(({ weighed, chance }) => {
        const other = this.#store.question(weighed.best) as Asked;
        return {
          id: other.id,
          group: weighed.group,
          probability: chance,
          confidence: confidenceOf(chance),
          reasons: explain(text, other.text),
        };
      });
  }

  #decide(asked: Asked, document: Document): Placement {
    const apart = this.#apart.get(asked.id);
    const [best] = this.#judged(document, asked).filter(({ weighed }) => !apart?.has(weighed.group));
    if (!best || best.chance < (this.#model.limits[document.manner] as number)) {
      return {
        group: this.#nameGroup(asked),
        joined: false,
        confidence: "sure",
        probability: 1 - (best?.chance ?? 0),
        like: undefined,
        reasons: NO_REASONS,
        moved: [],
      };
    }
    const other = this.#store.question(best.weighed.best) as Asked;
    return {
      group: best.weighed.group,
      joined: true,
      confidence: confidenceOf(best.chance),
      probability: best.chance,
      like: other.id,
      reasons: explain(asked.text, other.text),
      moved: [],
    };
  }

  #judged(document: Document, asked: Asked): { weighed: Weighed; chance: number }[] {
    return weigh(this.#store, document, asked, this.#model)
      .map((weighed) => ({ weighed, chance: probability(tuned(groupLogit(this.#store, this.#model, document, weighed), this.#tuning)) }))
      .sort((a, b) => b.chance - a.chance);
  }
}

function confidenceOf(chance: number): Confidence {
  if (chance >= SURE) return "sure";
  return chance >= LIKELY ? "likely" : "doubtful";
}
