import { expect, test } from "vitest";
import { correctedText, correctionIn } from "./correction";

test.each([
  ["不对，是五号路", "五号路"],
  ["说错了，应该是五号路。", "五号路"],
  ["写错了 是和平里小区", "和平里小区"],
])("%s puts %s right", (text, right) => {
  expect(correctionIn(text)).toBe(right);
});

test.each(["五号路停水了", "不是吧又停水", "你们回复得不对，我要投诉"])("%s puts nothing right", (text) => {
  expect(correctionIn(text)).toBeUndefined();
});

test("the place that was wrong is replaced, one of another kind is added", () => {
  expect(correctedText("三号路停水了，什么时候来", "不对，是五号路")).toBe("五号路停水了，什么时候来");
  expect(correctedText("三号路停水了", "不对，是和平里小区")).toBe("三号路停水了。和平里小区");
});
