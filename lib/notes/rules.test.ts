import { expect, test } from "vitest";
import { isStorable, mentionOf, mentionsIn } from "./rules";

const people = ["赵", "赵一鸣", "Anna", "何"].map((name) => ({ id: name, name, login: name }));
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

test("of two who are called the same the login tells which one is meant; without it both are", () => {
  const [one, other, third] = [
    { id: "1", name: "赵", login: "zhao" },
    { id: "2", name: "赵", login: "zhao2" },
    { id: "3", name: "赵一鸣", login: "zhaoym" },
  ];
  const all = [one, other, third];
  const meant = (text: string) => mentionsIn(text, all).map(({ id }) => id);
  expect(all.map((person) => mentionOf(person, all))).toEqual(["赵(zhao)", "赵(zhao2)", "赵一鸣"]);
  for (const person of all) expect(meant(`请@${mentionOf(person, all)} 看一下`)).toEqual([person.id]);
  expect(meant("＠赵（zhao2）看一下")).toEqual(["2"]);
  expect(meant("@赵 看一下")).toEqual(["1", "2"]);
  expect(meant("@赵(交警队) 看一下")).toEqual(["1", "2"]);
});

test("what the database would not keep is no note", () => {
  expect(["请看一下😀", "a\0b", "a\ud83d"].map(isStorable)).toEqual([true, false, false]);
});
