import { expect, test } from "vitest";
import { triggerBefore, typedAfter } from "./trigger";

test.each([
  ["；", 0],
  [";", 0],
  ["您好，；", 3],
  ["您好\n;", 3],
  ["您好 ；", 3],
  ["；；", 1],
])("in %j the sign opens the list", (text, start) => {
  expect(triggerBefore(text, text.length)).toBe(start);
});

test.each(["", "您好；", "a;", "3；", "；t", "；停", "您好"])("in %j nothing opens it", (text) => {
  expect(triggerBefore(text, text.length)).toBeNull();
});

test("only what stands before the caret counts", () => {
  expect(triggerBefore("；您好", 1)).toBe(0);
  expect(typedAfter("好，；tsgg 再见", 2, 5)).toBe("ts");
});

test.each([
  ["；", ""],
  [";tsgg", "tsgg"],
  ["；停水ＡB2", "停水ＡB2"],
])("%s narrows the list by %j", (text, typed) => {
  expect(typedAfter(text, 0, text.length)).toBe(typed);
});

test.each(["", "tsgg", "；停水。", "；ts gg", "；;", `；${"t".repeat(25)}`])("%j is no search", (text) => {
  expect(typedAfter(text, 0, text.length)).toBeNull();
});
