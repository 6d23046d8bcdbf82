import { expect, test } from "vitest";
import { readDocument } from "./document";
import { outOfPlace, placeWords, saysLittle } from "./places";

const conflict = (one: string, other: string) =>
  outOfPlace(readDocument(one).where, readDocument(other).where, [readDocument(other).where]);

test("two roads, two cities and two communities conflict", () => {
  expect(conflict("三号路停水了什么时候来", "五号路停水了什么时候来")).toBe(true);
  expect(conflict("希望A市重视滴滴出行", "希望B市重视滴滴出行")).toBe(true);
  expect(conflict("幸福里小区停电了", "和平里小区停电了")).toBe(true);
});

test("one road written in two ways does not, nor does a text without a place", () => {
  expect(conflict("三号路停水了", "3号路怎么没水")).toBe(false);
  expect(conflict("岳磁路积水", "岳词路积水很深")).toBe(false);
  expect(conflict("三号路停水了", "停水了什么时候来")).toBe(false);
});

test("a place they share outweighs one that differs", () => {
  expect(conflict("友谊路幸福里小区停水", "幸福里小区建设街一侧停水")).toBe(false);
});

test("the words of place are found", () => {
  expect(placeWords("a7县星沙镇开元路停水").join(" ")).toContain("开元路");
  expect(placeWords("什么时候来水")).toEqual([]);
});

test("a follow-up says little, a matter with its place does not", () => {
  expect(saysLittle("还堵着")).toBe(true);
  expect(saysLittle("三号路还堵着")).toBe(false);
});
