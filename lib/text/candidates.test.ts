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
