import { expect, test } from "vitest";
import { randomFrom, textFrom } from "@/lib/testing/random";
import { comparable, isQuestionMark, numberIn } from "./normalize";

/** What is hard to compare. */
const HARD = [..."天一十08８①㊁。？! \n-./%¥🌧️👍🏽1️⃣İǅﷺßﬁe\u0301\u200d\ud800[a]/:)", "[微笑]"];

test.each([
  ["２", "2"],
  ["①", "1"],
  ["5️⃣", "5"],
  ["（6）", "6"],
  ["1、", "1"],
  ["天 气☀️！", "天气"],
  ["ＭＥＮＵ", "menu"],
  ["天气[微笑]/::)", "天气"],
  ["😀👍🏽", ""],
  ["[微笑]", ""],
])("%s is compared as %s", (text, letters) => {
  expect(comparable(text)).toBe(letters);
});

test.each(["1 2", "1-2", "3.5", "1/2", "2%", "5¥", "-3°"])("%s does not become a number that nobody said", (text) => {
  expect(numberIn(comparable(text))).toBe(null);
});

test("numbers are read in digits and in Chinese", () => {
  expect(["0", "零", "6", "六", "陆", "十", "十二", "二十", "二十一", "贰拾", "99"].map(numberIn)).toEqual([
    0, 0, 6, 6, 6, 10, 12, 20, 21, 20, 99,
  ]);
  expect(["", "01", "100", "一一", "二愣", "两", "十十"].map(numberIn)).toEqual(new Array(7).fill(null));
});

test("a lone question mark asks for the menu, several are a cry", () => {
  expect(["?", " ？ ", "??", "？！", ""].map(isQuestionMark)).toEqual([true, true, false, false, false]);
});

test("what is comparable stays as it is", () => {
  const random = randomFrom(6);
  for (let turn = 0; turn < 3_000; turn++) {
    const once = comparable(textFrom(random, HARD, 8));
    expect(comparable(once)).toBe(once);
  }
});
