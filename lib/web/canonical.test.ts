import { expect, test } from "vitest";
import { canonicalHash } from "./canonical";

test("the order of fields makes no difference, at any depth", () => {
  expect(canonicalHash({ a: 1, b: { c: [1, { d: 2, e: 3 }], f: null } })).toBe(
    canonicalHash({ b: { f: null, c: [1, { e: 3, d: 2 }] }, a: 1 }),
  );
});

const at = new Date("2026-11-22T06:00:00Z");
test.each([
  [{ a: 1 }, { a: "1" }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: at }, { a: new Date("2026-11-22T06:00:01Z") }],
  [{ text: "水" }, { text: "电" }],
])("%j is not %j", (one, other) => {
  expect(canonicalHash(one)).not.toBe(canonicalHash(other));
});
