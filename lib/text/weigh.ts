import { compare, type Sender } from "./compare";
import type { Document } from "./document";
import { FeatureRow } from "./feature-row";
import { type LookAlike, lookAlikes, MOST_FOUND } from "./look-alikes";
import { askTheSame, type Net, type Reading, readWith } from "./net";
import { outOfPlace } from "./places";
import { differentMatters, plainlyTogether } from "./settle";
import type { Store } from "./store";
import { sumOfTrees, type Trees } from "./trees";
import type { Asked } from "./types";

/** What decides: trees over two questions, trees over a question and a group, and a network for what words mean. */
export type Judge = { pairs: Trees[]; groups: Trees[]; net: Net };

/** A question held against one of the others. */
type Pair = { slot: number; logit: number; row: Float32Array };

/** A question held against a group: the features the second trees decide over, and the member likest to it. */
export type Weighed = { group: string; best: number; pairs: Pair[]; row: Float32Array };

/** How much the likest single pair weighs in the decision about a group, by manner: in general questions the trees over groups know better. */
const PAIR_SHARE = [0.5, 0.5, 0];
const GROUPS_WEIGHED = 3;
const MEMBERS_WEIGHED = 4;
/** Members of the likest group, and of each group after it, that the network reads, by manner: reading costs more than all else, and tells most of general questions. */
const MEMBERS_READ = [
  [1, 0, 0],
  [1, 1, 0],
  [3, 2, 1],
];
/** Below it a pair is not worth reading, and stands for an opinion of its own. */
const HOPELESS = -4;
const UNREAD = -9;
/** What is plain needs no reading. */
const PLAINLY = 3;
const readings = new WeakMap<Document, { net: Net; reading: Reading }>();
const opinions = new WeakMap<Reading, WeakMap<Reading, number>>();

/** The questions of the store that resemble one, each compared with it, likest letters first. */
export function pairsFor(store: Store, document: Document, asked: Asked, pairs: Trees | undefined): Pair[] {
  return lookAlikes(store, document).map(({ slot, search }) => pairOf(store, document, asked, slot, pairs, search));
}

/** The groups a question may belong to, at most three, each with the row for the second trees. `without`: a group that is passed over. */
export function weigh(store: Store, document: Document, asked: Asked, judge: Judge, without?: string): Weighed[] {
  const trees = judge.pairs[document.manner] as Trees;
  const groups = [...byGroup(store, lookAlikes(store, document, without))]
    .filter(([group, found]) => !isElsewhere(store, document, group, found))
    .map(([group, found]) => ({ group, pairs: found.map(({ slot, search }) => pairOf(store, document, asked, slot, trees, search)) }))
    .map(({ group, pairs }) => ({ group, pairs: pairs.sort((a, b) => b.logit - a.logit) }))
    .sort((a, b) => logitOf(b.pairs) - logitOf(a.pairs))
    .filter(({ pairs }) => !differentMatters(document, store.document((pairs[0] as Pair).slot)))
    .slice(0, GROUPS_WEIGHED);
  const reading = readOnce(judge.net, document);
  const readings = groups.map(({ pairs }, rank) =>
    plainlyTogether(document, store.document((pairs[0] as Pair).slot))
      ? [PLAINLY]
      : pairs
          .slice(0, MEMBERS_READ[document.manner]?.[rank])
          .filter(({ logit }) => logit > HOPELESS)
          .map(({ slot }) => opinionOf(judge.net, reading, readOnce(judge.net, store.document(slot)))),
  );
  return groups.map(({ group, pairs }, rank) => {
    const all = withMoreMembers(store, document, asked, group, pairs, trees);
    const best = pairs[0] as Pair;
    const logits = all.map(({ logit }) => logit).sort((a, b) => b - a);
    const read = readings[rank] as number[];
    const others = groups.filter((_, index) => index !== rank);
    const other = Math.max(-9, ...others.map((one) => logitOf(one.pairs)));
    const otherRead = Math.max(UNREAD, ...readings.filter((_, index) => index !== rank).map((list) => list[0] ?? UNREAD));
    const members = store.members(group);
    const residents = new Set(members.slice(-20).map((slot) => store.question(slot)?.resident));
    const features = new FeatureRow();
    features.put("pairBest", best.logit);
    features.put("pairSecond", logits[1] ?? best.logit);
    features.put("pairMean", logits.reduce((sum, logit) => sum + logit, 0) / logits.length);
    features.put("pairLeast", logits.at(-1) ?? best.logit);
    features.put("pairsCompared", logits.length);
    features.put("groupSize", Math.log1p(members.length));
    features.put("groupRank", rank);
    features.put("otherBest", other);
    features.put("lead", best.logit - other);
    features.put("readBest", Math.max(UNREAD, ...read));
    features.put("readMean", read.length > 0 ? read.reduce((sum, logit) => sum + logit, 0) / read.length : UNREAD);
    features.put("readOther", otherRead);
    features.put("groupResidents", residents.size);
    features.put("groupHasResident", asked.resident === undefined ? -1 : residents.has(asked.resident) ? 1 : 0);
    return { group, best: best.slot, pairs: all, row: features.values() };
  });
}

/** The logit that a question belongs to a group. */
export function groupLogit(store: Store, judge: Judge, document: Document, { row, best }: Weighed): number {
  const share = PAIR_SHARE[document.manner] as number;
  const weighed = share * (row[0] as number) + (1 - share) * sumOfTrees(judge.groups[document.manner] as Trees, row);
  return Math.max(weighed, plainlyTogether(document, store.document(best)) ?? weighed);
}

/** Whether a question's place is none of those that the members of a group name, so that none of them need be compared with it. */
function isElsewhere(store: Store, document: Document, group: string, found: LookAlike[]): boolean {
  const first = store.members(group)[0] ?? -1;
  const slots = [...found.map(({ slot }) => slot), ...(store.question(first) ? [first] : [])];
  return outOfPlace(
    document.where,
    store.placesOf(group),
    slots.map((slot) => store.document(slot).where),
  );
}

function byGroup(store: Store, found: LookAlike[]): Map<string, LookAlike[]> {
  const groups = new Map<string, LookAlike[]>();
  for (const one of found) {
    const group = store.groupOf(one.slot);
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return groups;
}

function pairOf(store: Store, document: Document, asked: Asked, slot: number, trees: Trees | undefined, search: number[]): Pair {
  const other = store.question(slot);
  const row = new FeatureRow();
  compare(document, store.document(slot), senderOf(asked), senderOf(other), store.frequencies, row);
  row.put("likeness", search[0] ?? 0);
  row.put("searchRank", search[1] ?? MOST_FOUND);
  row.put("searchMargin", search[2] ?? 1);
  const values = row.values();
  return { slot, row: values, logit: trees ? sumOfTrees(trees, values) : 0 };
}

function withMoreMembers(store: Store, document: Document, asked: Asked, group: string, pairs: Pair[], trees: Trees): Pair[] {
  const known = new Set(pairs.map(({ slot }) => slot));
  const members = store.members(group).filter((slot) => !known.has(slot));
  const least = pairs.at(-1)?.row;
  const search = least ? [...least.slice(-3)] : [];
  const more = [...members.slice(0, 1), ...members.slice(1).slice(-MEMBERS_WEIGHED)].slice(0, Math.max(0, MEMBERS_WEIGHED - pairs.length));
  return [...pairs, ...more.map((slot) => pairOf(store, document, asked, slot, trees, search))];
}

/** What the network has said of a question and a member is asked again when the question is weighed without one of its groups. */
function opinionOf(net: Net, reading: Reading, other: Reading): number {
  const said = opinions.get(reading) ?? new WeakMap<Reading, number>();
  opinions.set(reading, said);
  const opinion = said.get(other) ?? askTheSame(net, reading, other);
  said.set(other, opinion);
  return opinion;
}

/** A text is read once for all that are held against it. */
function readOnce(net: Net, document: Document): Reading {
  const known = readings.get(document);
  if (known?.net === net) return known.reading;
  const reading = readWith(net, document.title);
  readings.set(document, { net, reading });
  return reading;
}

const logitOf = (pairs: Pair[]) => pairs[0]?.logit ?? -9;
const senderOf = (asked: Asked | undefined): Sender => ({ resident: asked?.resident, at: asked?.at?.getTime() });
