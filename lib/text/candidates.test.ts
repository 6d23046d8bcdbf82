import { expect, test } from "vitest";
import { Candidates } from "./candidates";
import { Frequencies } from "./frequencies";
import { GRAM_SPACE, gramsOf } from "./grams";

test("the question with the same rare letters comes first; those that are not accepted do not come", () => {
  const frequencies = new Frequencies(new Float32Array(GRAM_SPACE));
  const candidates = new Candidates();
  for (const text of ["三号路停水了", "社保卡怎么补办", "三号路路灯不亮", "幸福里停电了"]) candidates.add(gramsOf(text), frequencies);
  const search = (accept: (slot: number) => boolean) =>
    candidates.search(gramsOf("三号路停水什么时候来"), frequencies, 2, accept).map(({ slot }) => slot);
  expect(search(() => true)).toEqual([0, 2]);
  expect(search((slot) => slot !== 0)[0]).toBe(2);
});

test("those that are near come before likelier ones, half of all at most", () => {
  const frequencies = new Frequencies(new Float32Array(GRAM_SPACE));
  const candidates = new Candidates();
  for (const text of ["桃李路没水", "平安路停水了什么时候来", "新开路停水了几点来", "桃李路垃圾没人清", "桃李路公交"])
    candidates.add(gramsOf(text), frequencies);
  const search = (near: number[]) =>
    candidates.search(gramsOf("青石路停水了什么时候来"), frequencies, 2, () => true, new Set(near)).map(({ slot }) => slot);
  expect(search([])).toEqual([1, 2]);
  expect(search([0])).toEqual([1, 0]);
  expect(search([0, 3, 4]).filter((slot) => slot === 1)).toEqual([1]);
});
