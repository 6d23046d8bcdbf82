import { correctedText } from "./correction";
import { type Document, readDocument } from "./document";
import { explain } from "./explain";
import { mayBeOne, mayGo } from "./later";
import { loadModel, type Model } from "./model";
import { saysLittle } from "./places";
import { Store } from "./store";
import { probability } from "./trees";
import { NOT_TUNED, tuned } from "./tune";
import type { Asked, Confidence, Grouped, Move, Placement, Reasons, Tuning } from "./types";
import { groupLogit, type Weighed, weigh } from "./weigh";

const NO_REASONS: Reasons = { place: [], matter: [], differing: [] };
const SURE = 0.9;
const LIKELY = 0.7;
/** The logit from which a pair of two groups is alike enough to ask whether the groups are one. */
const ALIKE = 0;

/** How a Grouping behaves. `nameGroup`: the name of a group that a question opens, its id unless given. `modelFor`: who judges a question, the model that ships unless given. */
export type GroupingSettings = { tuning?: Tuning; nameGroup?: (asked: Asked) => string; modelFor?: (asked: Asked) => Model };
type Judged = { weighed: Weighed; chance: number };

/** Puts the questions of one account into groups, one at a time as they come, without looking ahead. In memory; keeps no text but what it was given. */
export class Grouping {
  readonly #modelFor: (asked: Asked) => Model;
  readonly #store: Store;
  readonly #tuning: Tuning;
  readonly #nameGroup: (asked: Asked) => string;
  readonly #apart = new Map<string, Set<string>>();
  readonly #fixed = new Set<string>();
  /** Questions that were placed near the edge, and have not been moved since. */
  readonly #doubtful = new Set<string>();

  constructor(settings: GroupingSettings = {}) {
    this.#modelFor = settings.modelFor ?? loadModel;
    this.#store = new Store(loadModel().background);
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
    const apart = this.#apart.get(asked.id);
    const judged = this.#judged(document, asked).filter(({ weighed }) => !apart?.has(weighed.group));
    const limit = this.#modelFor(asked).limits[document.manner] as number;
    const placement = this.#decide(asked, judged[0], limit);
    this.#store.add(asked, placement.group, document);
    if (placement.confidence === "doubtful") this.#doubtful.add(asked.id);
    const [best, other] = judged;
    if (!placement.joined || !best || !other) return placement;
    const isAlike = other.chance >= limit || (other.weighed.pairs[0]?.logit ?? ALIKE - 1) >= ALIKE;
    if (!isAlike) return placement;
    const moves = this.#rearrange(asked, document, best, other);
    const own = moves.find(({ id }) => id === asked.id);
    const moved = moves.filter((move) => move !== own);
    return own ? { ...placement, group: own.to, like: own.like, reasons: own.reasons, moved } : { ...placement, moved };
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
    return {
      ...placement,
      group,
      moved:
        group === from
          ? placement.moved
          : [{ id, from, to: group, like: placement.like, reasons: placement.reasons, judged: true }, ...placement.moved],
    };
  }

  /** Takes in questions that were grouped before, in the order of their coming. */
  restore(questions: Iterable<Grouped>): void {
    for (const { group, ...asked } of questions) this.#store.add(asked, group);
  }

  /** Forgets a question. */
  remove(id: string): void {
    this.#store.remove(id);
    this.#fixed.delete(id);
    this.#doubtful.delete(id);
  }

  /** Puts a question where an officer wants it. */
  move(id: string, group: string): void {
    this.#store.move(id, group);
  }

  /** Leaves a question where it is: an officer put it there, or an answer to its group is under way or sent. Its whole group then goes nowhere by itself. */
  fix(id: string): void {
    this.#fixed.add(id);
  }

  /** Lets a question be moved again by what comes later. */
  unfix(id: string): void {
    this.#fixed.delete(id);
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

  /** The ids of the questions likest to a text, one a group, for answers given before; none below a probability of 0.2. */
  similar(text: string, most: number): string[] {
    return this.#judged(readDocument(text), { id: "", text })
      .filter(({ chance }) => chance >= 0.2)
      .slice(0, most)
      .flatMap(({ weighed }) => this.#store.question(weighed.best)?.id ?? []);
  }

  #decide(asked: Asked, best: Judged | undefined, limit: number): Placement {
    if (!best || best.chance < limit) {
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

  /** What a question that is like two groups tells of them: one that was placed near the edge goes where it surely belongs; two that it is surely like are one. */
  #rearrange(asked: Asked, document: Document, best: Judged, other: Judged): Move[] {
    const edge = this.#store.question(other.weighed.best);
    if (edge && this.#doubtful.has(edge.id) && !this.#fixed.has(edge.id)) return this.#reconsider(edge, other.weighed.group);
    if (best.chance < SURE) return [];
    const [one, two] = [best, other].map(({ weighed: { group, best: slot } }) => ({ group, slot, document: this.#store.document(slot) }));
    const settled = { fixed: this.#fixed, apart: this.#apart };
    if (!one || !two || !mayBeOne(this.#store, one, two, settled)) return [];
    const ordered = this.#store.members(one.group).length >= this.#store.members(two.group).length ? [one, two] : [two, one];
    const [into, from] = ordered as [typeof one, typeof two];
    if (!mayGo(this.#store, from.group, settled)) return [];
    // Beside a likelier group every other one looks unlikely: it is judged as if that were not there.
    const alone = this.#judged(document, asked, best.weighed.group).find(({ weighed }) => weighed.group === other.weighed.group);
    if (!alone || alone.chance < SURE) return [];
    const [here, there] = [from, into].map(({ slot }) => this.#store.question(slot) as Asked) as [Asked, Asked];
    const gone = { from: from.group, to: into.group, like: there.id, judged: false };
    return this.#store.merge(from.group, into.group).map((id) => {
      const slot = this.#store.slotOf(id);
      const text = slot === undefined ? here.text : (this.#store.question(slot)?.text ?? here.text);
      return { id, ...gone, reasons: explain(text, there.text) };
    });
  }

  /** Judges a question once more, and moves it where it surely belongs by now. */
  #reconsider(asked: Asked, from: string): Move[] {
    this.#doubtful.delete(asked.id);
    const document = readDocument(asked.text);
    this.#store.remove(asked.id);
    const apart = this.#apart.get(asked.id);
    const [best] = this.#judged(document, asked).filter(({ weighed }) => !apart?.has(weighed.group));
    const to = best && best.chance >= SURE ? best.weighed.group : from;
    this.#store.add(asked, to, document);
    if (!best || to === from) return [];
    const like = this.#store.question(best.weighed.best) as Asked;
    return [{ id: asked.id, from, to, like: like.id, reasons: explain(asked.text, like.text), judged: true }];
  }

  #judged(document: Document, asked: Asked, without?: string): Judged[] {
    const model = this.#modelFor(asked);
    return weigh(this.#store, document, asked, model, without)
      .map((weighed) => ({ weighed, chance: probability(tuned(groupLogit(this.#store, model, document, weighed), this.#tuning)) }))
      .sort((a, b) => b.chance - a.chance);
  }
}

function confidenceOf(chance: number): Confidence {
  if (chance >= SURE) return "sure";
  return chance >= LIKELY ? "likely" : "doubtful";
}
