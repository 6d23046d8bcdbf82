import { expect, test } from "vitest";
import { randomFrom, textFrom } from "@/lib/testing/random";
import { DEMO_CATEGORIES } from "@/prisma/demo-standing-answers";
import { MOST_LETTERS } from "./layout";
import { compile, explain, match } from "./match";
import { PART, PHRASES } from "./phrases";
import type { Category, KeywordRule } from "./rules";

const demo = compile(DEMO_CATEGORIES);
const got = (text: string) => {
  const outcome = match(demo, text);
  return outcome?.kind === "category" ? outcome.categoryId : (outcome?.kind ?? null);
};
const rule = (id: string, words: string[], more: Partial<KeywordRule> = {}): KeywordRule => ({
  id,
  kind: "anyOf",
  words,
  excluding: [],
  priority: 50,
  ...more,
});
const category = (id: string, rules: KeywordRule[], more: Partial<Category> = {}): Category => ({
  id,
  number: null,
  name: `栏目${id}`,
  rules,
  leadsTo: [],
  ...more,
});

test.each([
  ["１", "1"],
  ["一", "1"],
  ["1.", "1"],
  ["按1", "1"],
  ["第二个", "2"],
  ["2天气", "2"],
  ["你好，今天天气怎么样？谢谢", "2"],
  ["有新闻没有", "1"],
  ["？", "menu"],
  ["菜单在哪里", "menu"],
  ["0", "person"],
  ["您好，能转人工吗", "person"],
])("%s gets what it asks for", (text, outcome) => {
  expect(got(text)).toBe(outcome);
});

test.each([
  ["a number of something", "1号线什么时候通车", "2号", "2楼", "3天了", "1或2", "1-2", "2%"],
  ["a number that no category has", "7", "99"],
  ["the number of one category and the name of another", "1天气"],
  ["a keyword and a place, a person, an amount, a time", "北京天气", "李主任电话", "服务费", "8点天气"],
  ["a denial, a fault, a complaint", "没有电话", "天气预报不准你们管吗", "服务态度差"],
  ["two matters", "新闻和天气", "天气，还有停水"],
  ["a cry", "需要帮助", "？？？", "help"],
  ["pictures alone, or nothing", "😂😂", "[微笑]", "", " ", "，。"],
  ["a reserved word in a question", "人工湖几点开放", "饭店菜单没标价"],
  ["more letters than are looked at", "天气".repeat(MOST_LETTERS / 2 + 1), "天气".repeat(1_024), `天气${"😀".repeat(200)}`],
])("%s goes to a person", (_, ...texts) => {
  expect(texts.map((text) => [text, got(text)])).toEqual(texts.map((text) => [text, null]));
});

test("all words of one rule, any of another, one as the whole message of a third, none with a word that excludes it", () => {
  const matcher = compile([
    category("a", [rule("all", ["湿地", "门票"], { kind: "contains" })]),
    category("b", [rule("any", ["湿地", "公园"], { excluding: ["今天"] })]),
    category("c", [rule("whole", ["门票"], { kind: "exact" })]),
  ]);
  const ruleOf = (text: string) => {
    const outcome = match(matcher, text);
    return outcome?.kind === "category" ? outcome.ruleId : outcome;
  };
  expect(["湿地门票", "门票 湿地有吗", "公园在哪", "今天公园", "请问门票", "门票多少"].map(ruleOf)).toEqual([
    "all",
    "all",
    "any",
    null,
    "whole",
    null,
  ]);
});

test("an explanation names who wins by what, who loses to it by what, and what the others lack", () => {
  const matcher = compile([
    category("a", [rule("low", ["停水"], { priority: 40 }), rule("two", ["停水", "通知"], { kind: "contains" })], { number: 8 }),
    category("b", [rule("exact", ["停水"], { kind: "exact" }), rule("not", ["停水"], { excluding: ["停"] })], { number: 7, name: "停水" }),
    category("c", [rule("long", ["停水", "水"]), rule("short", ["水"])]),
  ]);
  expect(explain(matcher, "停水！")).toEqual({
    read: "停水",
    isTooLong: false,
    outcome: { kind: "category", categoryId: "b", ruleId: null, why: { by: "name" } },
    beaten: [
      {
        outcome: { kind: "category", categoryId: "b", ruleId: "exact", why: { by: "exact", words: ["停水"], priority: 50 } },
        lostBy: "rank",
      },
      {
        outcome: { kind: "category", categoryId: "c", ruleId: "long", why: { by: "anyOf", words: ["停水", "水"], priority: 50 } },
        lostBy: "rank",
      },
      {
        outcome: { kind: "category", categoryId: "a", ruleId: "low", why: { by: "anyOf", words: ["停水"], priority: 40 } },
        lostBy: "rank",
      },
    ],
    missed: [
      { categoryId: "a", ruleId: "two", because: { by: "missing", words: ["通知"] } },
      { categoryId: "b", ruleId: "not", because: { by: "excluded", words: ["停"] } },
      { categoryId: "c", ruleId: "short", because: { by: "rest", rest: ["停"] } },
    ],
  });
  expect(explain(matcher, "请问停水到几点").missed).toContainEqual({
    categoryId: "c",
    ruleId: "long",
    because: { by: "rest", rest: ["到几点"] },
  });
  expect(explain(matcher, "没有停水").missed).toContainEqual({ categoryId: "c", ruleId: "long", because: { by: "rest", rest: ["没有"] } });
  expect(explain(matcher, "停".repeat(25))).toMatchObject({ isTooLong: true, outcome: null, missed: [] });
});

test.each([
  ["priority", { priority: 40 }, {}],
  ["exactFirst", {}, { kind: "exact" }],
  ["moreLetters", { words: ["天", "气"] }, {}],
] as const)("between rules that hold the %s decides", (lostBy, loser, winner) => {
  const matcher = compile([category("a", [{ ...rule("a", ["天气"]), ...loser }]), category("b", [{ ...rule("b", ["天气"]), ...winner }])]);
  expect(explain(matcher, "天气")).toMatchObject({ outcome: { ruleId: "b" }, beaten: [{ outcome: { ruleId: "a" }, lostBy }] });
});

test("what is equally good is decided by the category's number, then by its place", () => {
  const [one, other] = [category("a", [rule("a", ["天气"])]), category("b", [rule("b", ["天气"])])];
  expect(explain(compile([one, { ...other, number: 3 }]), "天气")).toMatchObject({
    outcome: { ruleId: "b" },
    beaten: [{ lostBy: "lowerNumber" }],
  });
  expect(explain(compile([one, other]), "天气")).toMatchObject({ outcome: { ruleId: "a" }, beaten: [{ lostBy: "earlier" }] });
});

test("the matcher says what trying every way to read a message says", () => {
  const pieces = "天气 天气 气 湿地 请问 有 没 没有 吗 今天的 怎么样 谢谢 停 查一下".split(" ");
  const random = randomFrom(7);
  let held = 0;
  for (let turn = 0; turn < 800; turn++) {
    const kind = (["exact", "contains", "anyOf"] as const)[Math.floor(random() * 3)] ?? "exact";
    const words = ["天气", "湿地", "气", textFrom(random, pieces, 2)].filter((word) => word !== "" && random() < 0.6);
    const excluding = random() < 0.2 ? ["停", "有"] : [];
    const text = textFrom(random, pieces, 5);
    const expected = naive(text, { id: "r", kind, words: [...new Set(words)], excluding, priority: 50 });
    const outcome = match(compile([category("a", [rule("r", [...new Set(words)], { kind, excluding })])]), text);
    expect([text, words, kind, outcome !== null]).toEqual([text, words, kind, expected]);
    if (expected) held++;
  }
  expect(held).toBeGreaterThan(30);
});

function naive(text: string, { kind, words, excluding }: KeywordRule): boolean {
  if (text.length > MOST_LETTERS || excluding.some((word) => text.includes(word))) return false;
  if (kind === "contains" && !words.every((word) => text.includes(word))) return false;
  const isExact = kind === "exact";
  const read = (rest: string, isFound: boolean, isThere: boolean): boolean => {
    if (rest === "") return isFound;
    return [...rest].some((_, index) => {
      const [head, tail] = [rest.slice(0, index + 1), rest.slice(index + 1)];
      const parts = PHRASES.get(head) ?? 0;
      const is = (part: number) => (parts & part) !== 0;
      if (words.includes(head) && !(isExact && isFound) && read(tail, true, isThere)) return true;
      if (isExact) return is(isFound ? PART.politeAfter : PART.politeBefore) && read(tail, isFound, false);
      if (!isFound) return (is(PART.askingBefore) && read(tail, false, isThere)) || (is(PART.thereBefore) && read(tail, false, true));
      return (is(PART.askingAfter) || (isThere && is(PART.thereAfter))) && read(tail, true, isThere);
    });
  };
  return read(text, false, false);
}
