import type { Asked } from "./asked";
import type { Draw } from "./draw";
import { CALLED, SURNAMES, TAGS } from "./words/manners";
import { COMMUNITIES, type Home, ROADS, SITES } from "./words/places";

/** One resident with the thread, as the desk would keep them; instants in milliseconds. */
export type Person = {
  accountId: string;
  openid: string;
  home: Home;
  road: string;
  site: string;
  remark: string | null;
  tags: string[];
  /** No other question begins before. */
  busyUntil: number;
  /** Null until the first push. */
  met: { residentId: string; threadId: string; at: number } | null;
  followedAt: number | null;
  unfollowedAt: number | null;
  version: number;
  lastMessageAt: number;
  lastInboundSeq: number;
  messageWindow: { openedAt: number; remaining: number } | null;
  /** The question that collects, and the last one that was answered. */
  open: Asked | null;
  answered: { id: string; at: number } | null;
};

export type Weighted = { id: string; weight: number };

/** Openids of this town, and of nobody else. */
export const OPENID_PREFIX = "oLargeTown";

/** How often somebody writes: c times with a likelihood in proportion to 1 / c^2.2, at most 200; two in three write once. */
const ZIPF = { exponent: 2.2, most: 200 };
const UNFOLLOWED = 0.02;
const SURNAME = [...SURNAMES];

/** Residents enough for so many questions, and who asks each of them: `asking[i]` is a place in `people`. */
export function gatherPeople(questions: number, accounts: readonly Weighted[], draw: Draw): { people: Person[]; asking: Uint32Array } {
  const people: Person[] = [];
  const asking = new Uint32Array(questions);
  const sums = zipf();
  for (let asked = 0; asked < questions; ) {
    const drawn = draw.number();
    const times = Math.min(sums.findIndex((sum) => sum > drawn) + 1 || ZIPF.most, questions - asked);
    asking.fill(people.length, asked, asked + times);
    people.push(newPerson(people.length, times, accounts, draw));
    asked += times;
  }
  shuffle(asking, draw);
  return { people, asking };
}

/** Somebody who will write `times` times. */
export function newPerson(index: number, times: number, accounts: readonly Weighted[], draw: Draw): Person {
  const area = draw.early(COMMUNITIES);
  const house = draw.chance(0.85) ? `${draw.between(1, 32)}号楼` : `${draw.one(["A", "B", "C"])}座`;
  const known = times > 2 || draw.chance(0.05);
  return {
    accountId: draw.weighted(accounts).id,
    openid: `${OPENID_PREFIX}${String(index).padStart(28 - OPENID_PREFIX.length, "0")}`,
    home: { area, house: `${area}${house}`, flat: `${draw.between(1, 4)}单元${draw.between(1, 26)}0${draw.between(1, 4)}` },
    road: draw.early(ROADS),
    site: draw.early(SITES),
    remark: known && draw.chance(0.4) ? `${draw.early(SURNAME)}${draw.one(CALLED)}，${area}` : null,
    tags: known && draw.chance(0.3) ? [draw.early(TAGS)] : [],
    busyUntil: 0,
    met: null,
    followedAt: null,
    unfollowedAt: null,
    version: 0,
    lastMessageAt: 0,
    lastInboundSeq: 0,
    messageWindow: null,
    open: null,
    answered: null,
  };
}

/** Whether somebody who has nothing open stops following the account. */
export function leaves(draw: Draw): boolean {
  return draw.chance(UNFOLLOWED);
}

function zipf(): number[] {
  const likelihoods = Array.from({ length: ZIPF.most }, (_, index) => (index + 1) ** -ZIPF.exponent);
  const total = likelihoods.reduce((sum, one) => sum + one, 0);
  let sum = 0;
  return likelihoods.map((one) => {
    sum += one / total;
    return sum;
  });
}

function shuffle(numbers: Uint32Array, draw: Draw) {
  for (let last = numbers.length - 1; last > 0; last -= 1) {
    const other = draw.between(0, last);
    const kept = numbers[last] as number;
    numbers[last] = numbers[other] as number;
    numbers[other] = kept;
  }
}
