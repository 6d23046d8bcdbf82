import { expect, test } from "vitest";
import { explain } from "./explain";

test("what two questions share is told in their own words", () => {
  const reasons = explain("三号路停水了，什么时候能来水", "请问三号路怎么停水了");
  expect(reasons.place.join(" ")).toContain("三号路");
  expect(reasons.matter.join(" ")).toContain("停水");
  expect(reasons.differing).toEqual([]);
});

test("the place only one of them names differs", () => {
  const reasons = explain("三号路停水了", "五号路停水了");
  expect(reasons.place).toEqual([]);
  expect(reasons.differing.join(" ")).toMatch(/三号路.*五号路/);
});
