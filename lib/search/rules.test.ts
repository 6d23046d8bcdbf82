import { describe, expect, test } from "vitest";
import { foldSaid, highlight, searchPairs, searchWords, snippet, weekOf } from "./rules";

describe("the words of a search", () => {
  test.each([
    ["停水", ["停水"], []],
    ["  三号路　停水 ", ["三号路", "停水"], []],
    ["３号楼 ＡＢＣ", ["3号楼", "abc"], []],
    ["水", [], ["水"]],
    ["停水 停水", ["停水"], []],
    ["", [], []],
    ["😀😀", ["😀😀"], []],
  ])("%j", (query, words, short) => expect(searchWords(query)).toEqual({ words, short }));

  test("no more than eight, none longer than fifty letters", () => {
    expect(searchWords(Array.from({ length: 20 }, (_, index) => `词${index}`).join(" ")).words).toHaveLength(8);
    expect([...(searchWords("长".repeat(90)).words[0] ?? "")]).toHaveLength(50);
  });
});

test("pairs are exact, each once", () => {
  expect(searchPairs(["停水停水"])).toHaveLength(2);
  expect(searchPairs(["停水"])).not.toEqual(searchPairs(["水停"]));
  expect(searchPairs(["ab"])).toEqual([(97n << 21n) | 98n]);
});

test("weeks are counted from 2010 and go below it", () => {
  expect(weekOf(new Date("2010-01-01T00:00:00Z"))).toBe(0);
  expect(weekOf(new Date("2010-01-07T23:59:59Z"))).toBe(0);
  expect(weekOf(new Date("2010-01-08T00:00:00Z"))).toBe(1);
  expect(weekOf(new Date(0))).toBe(-2088);
});

describe("highlighting", () => {
  const found = (text: string, ...words: string[]) =>
    highlight(text, words)
      .filter((stretch) => stretch.found)
      .map((stretch) => stretch.text);

  test.each([
    ["三号路停水了", ["停水"], ["停水"]],
    ["停水又停水", ["停水"], ["停水", "停水"]],
    ["３ 号楼停电", ["3号楼"], ["３ 号楼"]],
    ["ABC大厦", ["abc"], ["ABC"]],
    ["哈哈哈", ["哈哈"], ["哈哈哈"]],
    ["😀停水", ["停水"], ["停水"]],
    ["没有", ["停水"], []],
  ])("%s for %j", (text, words, stretches) => expect(found(text, ...words)).toEqual(stretches));

  test("loses nothing of the text", () => {
    const text = "Ａé\n三号路 停 水㎏😀";
    expect(
      highlight(text, ["停水", "kg"])
        .map((stretch) => stretch.text)
        .join(""),
    ).toBe(text);
    expect(found(text, "停水", "kg")).toEqual(["停 水㎏"]);
  });
});

test("a snippet shows the first word found, and says where something is missing", () => {
  expect(snippet("三号路\n停水", ["停水"])).toBe("三号路 停水");
  const long = `${"前".repeat(200)}停水${"后".repeat(200)}`;
  const cut = snippet(long, ["停水"]);
  expect(cut).toMatch(/^…前{12}停水后+…$/u);
  expect([...cut]).toHaveLength(92);
  expect(snippet(long, ["没有"])).toMatch(/^前+…$/u);
});

test("folding twice changes nothing more", () => {
  for (const text of ["ＡＢ　c", "㎏ ﬁ ①", "İı", "e\u0301"]) expect(foldSaid(foldSaid(text))).toBe(foldSaid(text));
});
