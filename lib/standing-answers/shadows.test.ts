import { expect, test } from "vitest";
import { randomFrom, textFrom } from "@/lib/testing/random";
import { DEMO_CATEGORIES } from "@/prisma/demo-standing-answers";
import { type Category, type KeywordRule, RULE_KINDS } from "./rules";
import { concerns, findingsAbout, findingsIn } from "./shadows";

const rule = (id: string, words: string[], more: Partial<KeywordRule> = {}): KeywordRule => ({
  id,
  kind: "exact",
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

test("the demo's categories stand in nobody's way", () => {
  expect(findingsIn(DEMO_CATEGORIES)).toEqual([]);
});

test("a number, a name or a word that two categories have is pointed out, with both", () => {
  expect(
    findingsIn([
      category("a", [rule("a1", ["停水"])], { number: 1, name: "停水通知" }),
      category("b", [rule("b1", ["停 水"])], { number: 1, name: "停水通知！" }),
    ]),
  ).toEqual([
    { kind: "numberTwice", number: 1, categoryIds: ["a", "b"] },
    { kind: "nameTwice", name: "停水通知！", categoryIds: ["a", "b"] },
    { kind: "tied", word: "停 水", place: { categoryId: "b", ruleId: "b1" }, by: { categoryId: "a", ruleId: "a1" }, lostBy: "earlier" },
  ]);
});

test("one that always wins over another is pointed out, and one that only looks so is not", () => {
  const wide = category("a", [rule("a1", ["新闻"], { kind: "anyOf", priority: 60 })]);
  expect(findingsIn([wide, category("b", [rule("b1", ["今天新闻", "新闻发布会"])])])).toEqual([
    {
      kind: "hidden",
      word: "今天新闻",
      place: { categoryId: "b", ruleId: "b1" },
      by: { categoryId: "a", ruleId: "a1" },
      lostBy: "priority",
    },
  ]);
});

test("a word that a number or the account itself takes is pointed out", () => {
  expect(
    findingsIn([
      category("a", [], { number: 2, name: "天气" }),
      category("b", [rule("b1", ["二", "人工", "0"]), rule("b2", ["天气"])], { name: "菜单" }),
    ]),
  ).toEqual([
    { kind: "reserved", word: "菜单", place: { categoryId: "b", ruleId: null }, meaning: "menu" },
    { kind: "hidden", word: "二", place: { categoryId: "b", ruleId: "b1" }, by: { categoryId: "a", ruleId: null }, lostBy: "rank" },
    { kind: "reserved", word: "人工", place: { categoryId: "b", ruleId: "b1" }, meaning: "person" },
    { kind: "reserved", word: "0", place: { categoryId: "b", ruleId: "b1" }, meaning: "person" },
    { kind: "hidden", word: "天气", place: { categoryId: "b", ruleId: "b2" }, by: { categoryId: "a", ruleId: null }, lostBy: "rank" },
  ]);
});

test("a rule that does not answer to its own word is pointed out", () => {
  const words = ["社会保险经办机构名录", "居民最低生活保障标准", "养老金发放时间安排表"];
  expect(findingsIn([category("a", [rule("a1", words, { kind: "contains" })])])).toEqual([
    { kind: "neverHolds", word: words.join(""), place: { categoryId: "a", ruleId: "a1" } },
  ]);
});

test("sub-menus that lead back are pointed out once; two ways to one category are no loop", () => {
  const leading = (id: string, ...leadsTo: string[]) => category(id, [], { leadsTo });
  expect(findingsIn([leading("a", "b", "c"), leading("b", "c"), leading("c", "d"), leading("d", "b"), leading("e", "e")])).toEqual([
    { kind: "loop", categoryIds: ["b", "c", "d"] },
    { kind: "loop", categoryIds: ["e"] },
  ]);
  expect(findingsIn([leading("a", "b", "c"), leading("b", "c"), leading("c")])).toEqual([]);
});

test("what is about one category is the same whether all are looked at or only that one", () => {
  const random = randomFrom(6);
  const pick = <One>(of: readonly One[]) => of[Math.floor(random() * of.length)] as One;
  const pieces = ["天气", "停水", "新闻", "今天", "二", "2", "人工", "怎么样", "通知"];
  const found = Array.from({ length: 12 }, () => {
    const categories = Array.from({ length: 6 }, (_, at) => {
      const rules = Array.from({ length: 3 }, (_unused, place) =>
        rule(`${at}-${place}`, [...new Set([textFrom(random, pieces, 3), pick(pieces)])], {
          ...{ kind: pick(RULE_KINDS), priority: pick([40, 50]), excluding: random() < 0.2 ? [pick(pieces)] : [] },
        }),
      );
      const more = { number: pick([null, 1, 2, at + 3]), name: pick(pieces), leadsTo: random() < 0.2 ? [String(at ^ 1)] : [] };
      return category(String(at), rules, more);
    });
    const all = findingsIn(categories);
    for (const { id } of categories) expect(findingsAbout(categories, id)).toEqual(all.filter((finding) => concerns(finding, id)));
    return all.map(({ kind }) => kind);
  });
  expect(new Set(found.flat()).size).toBe(7);
});
