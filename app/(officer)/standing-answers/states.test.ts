import { expect, test } from "vitest";
import type { StandingAnswer, StandingVersion } from "@/lib/standing-answers/queries";
import { DAY, HOUR } from "@/lib/time/rules";
import { byUrgency, inMenuOrder, statesOf } from "./states";
import { keptAnswer } from "./testing";

const now = new Date("2026-11-23T01:00:00Z");
const later = (by: number) => new Date(now.getTime() + by);
const staff = new Set(["lin"]);

test("what is over, left by its owner, due or about to end is said before what is only a draft", () => {
  const states = (published: Partial<StandingVersion> | null, more: Partial<StandingAnswer> = {}) =>
    statesOf(keptAnswer("a", published, more), staff, now);
  expect(states({})).toEqual(["inForce"]);
  expect(states({ validUntil: now })).toEqual(["over"]);
  expect(states({ validUntil: later(3 * DAY) })).toEqual(["endsSoon", "inForce"]);
  expect(states({ validUntil: later(3 * DAY + 1) })).toEqual(["inForce"]);
  expect(states({ validFrom: later(HOUR) })).toEqual(["notYet"]);
  expect(states({ reviewAt: now }, { version: 2 })).toEqual(["reviewDue", "draft", "inForce"]);
  const fed = { kind: "json", body: null, asOf: later(-HOUR), savedAt: later(-DAY), freshMinutes: 60, pastFreshness: "say" } as const;
  expect(states({}, { feed: fed })).toEqual(["stale", "inForce"]);
  expect(states({}, { feed: { ...fed, pastFreshness: "stop" } })).toEqual(["stopped"]);
  expect(states({ validUntil: now }, { feed: fed })).toEqual(["over"]);
  expect(states(null, { owner: { id: "gone", name: "钱" } })).toEqual(["noOwner", "unpublished"]);
  expect(states(null, { menu: { column: 1, row: 0 } })).toEqual(["columnName"]);
  expect(states(null, { menu: { column: 1, row: 1 } })).toEqual(["unpublished"]);
});

test("the most urgent stand on top, of those alike the one that says the oldest time", () => {
  const [fresh, old, over] = [
    keptAnswer("fresh", { asOf: later(-HOUR) }),
    keptAnswer("old", { asOf: later(-DAY) }),
    keptAnswer("over", { validUntil: now }),
  ];
  expect([fresh, old, over].toSorted(byUrgency(staff, now)).map(({ id }) => id)).toEqual(["over", "old", "fresh"]);
});

test("sub-menus follow what they belong to, and nothing is lost", () => {
  const [one, below, two, lost] = [
    keptAnswer("one", null),
    keptAnswer("below", null, { parentId: "one" }),
    keptAnswer("two", null),
    keptAnswer("lost", null, { parentId: "archived" }),
  ];
  const placed = inMenuOrder([one, two, below, lost]);
  expect(placed.map(({ answer: { id }, depth }) => [id, depth])).toEqual([
    ["one", 0],
    ["below", 1],
    ["two", 0],
    ["lost", 0],
  ]);
});
