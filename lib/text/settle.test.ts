import { expect, test } from "vitest";
import { readDocument } from "./document";
import { outOfPlace } from "./places";
import { differentMatters, plainlyTogether } from "./settle";

const after = (one: string, other: string) => {
  const [a, b] = [readDocument(one), readDocument(other)];
  return differentMatters(a, b) || outOfPlace(a.where, b.where, [b.where]) ? -9 : (plainlyTogether(a, b) ?? 0);
};

test("one matter that befalls all of one place is one, however it is said", () => {
  expect(after("三号路怎么没水了", "三号路停水了，什么时候来")).toBeGreaterThan(1);
  expect(after("幸福里停水到什么时候", "幸福里小区停水了")).toBeGreaterThan(1);
});

test("another matter or another place is another, however alike the words", () => {
  expect(after("三号路停电了，什么时候来", "三号路停水了，什么时候来")).toBeLessThan(-1);
  expect(after("五号路停水了，什么时候来", "三号路停水了，什么时候来")).toBeLessThan(-1);
});

test("a matter of one household, a shared road alone and long letters are left to the trees", () => {
  expect(after("三号路违建什么时候拆", "三号路违建没人管")).toBe(0);
  expect(after("三号路的事怎么样了", "三号路停水了")).toBe(0);
  expect(after("停水了", "三号路停水了")).toBe(0);
  const letter = "我们是三号路的居民，".repeat(8);
  expect(after(`${letter}停水`, `${letter}停电`)).toBe(0);
});

test("the same words are the same", () => {
  expect(after("社保卡怎么补办", "社保卡怎么补办？")).toBeGreaterThan(1);
});
