import { expect, test } from "vitest";
import { mateScore } from "./mate-score";

test("right and wrong company are counted a question", () => {
  expect(mateScore(["a", "a", "b", "c"], ["1", "1", "2", "3"])).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(mateScore(["a", "a", "b", "b"], ["1", "1", "1", "2"])).toMatchObject({ precision: 1 / 3, recall: 1 / 2 });
});

test("putting every question alone scores nothing", () => {
  expect(mateScore(["a", "a"], ["1", "2"]).f1).toBe(0);
});
