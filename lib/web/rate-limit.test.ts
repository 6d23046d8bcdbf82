import { expect, test } from "vitest";
import { rateLimit } from "./rate-limit";

test("so many a minute of each, and the next minute anew", () => {
  let at = 1_700_000_040_000;
  const allows = rateLimit(2, () => at);
  expect(["a", "a", "a", "b"].map(allows)).toEqual([true, true, false, true]);
  at += 60_000;
  expect(allows("a")).toBe(true);
});

test("a flood of keys takes no more room than ten thousand", () => {
  const allows = rateLimit(1, () => 0);
  for (let key = 0; key <= 10_001; key += 1) allows(String(key));
  expect(allows("0")).toBe(true);
});
