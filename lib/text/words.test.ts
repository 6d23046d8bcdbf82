import { expect, test } from "vitest";
import { sharedRuns, wordsOf } from "./words";

test("a number is one word with what it counts", () => {
  expect(wordsOf("12号楼的电梯")).toEqual(["12号楼", "的", "电梯"]);
  expect(wordsOf("302路改道")).toEqual(["302路", "改道"]);
});

test("runs are made of whole words, hold no part of a longer number, and stop at a blank", () => {
  expect(sharedRuns(wordsOf("电梯坏了 没人修理"), "电梯坏了没人修", 14)).toEqual(["电梯坏了", "没人"]);
  expect(sharedRuns(["停电", "2"], "停电20", 14)).toEqual(["停电"]);
  expect(sharedRuns(wordsOf("停车收费太高"), "停车收费太高", 4)).toEqual(["停车收费", "太高"]);
});
