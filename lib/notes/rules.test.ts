import { expect, test } from "vitest";
import { isStorable, mentionsIn } from "./rules";

const people = ["赵", "赵一鸣", "Anna", "何"].map((name) => ({ id: name, name }));
const named = (text: string) => mentionsIn(text, people).map(({ name }) => name);

test("the longest name that fits is meant, half or full width, each once", () => {
  expect(named("@赵一鸣 和 @赵 一起看，@赵 快点")).toEqual(["赵", "赵一鸣"]);
  expect(named("＠何看一下")).toEqual(["何"]);
});

test("an address is no mention, nor is a name without the sign", () => {
  expect(named("写信到 desk@Anna.example 找赵")).toEqual([]);
  expect(named("@Anna please")).toEqual(["Anna"]);
  expect(named("@nobody @ 何")).toEqual([]);
});

test("what the database would not keep is no note", () => {
  expect(["请看一下😀", "a\0b", "a\ud83d"].map(isStorable)).toEqual([true, false, false]);
});
