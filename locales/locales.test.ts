import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "./en.json";
import lastResort from "./last-resort.json";
import { argumentsOf } from "./testing/icu";
import { flatten, has } from "./testing/sentences";
import { usedKeys } from "./testing/used-keys";
import zhCN from "./zh-CN.json";

const chinese = flatten(zhCN);
const english = flatten(en);

test("both languages say the same things", () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  expect(Object.keys(lastResort.en)).toEqual(Object.keys(lastResort["zh-CN"]));
});

test("a sentence takes the same arguments in both languages", () => {
  const taken = (sentences: Map<string, string>) => [...sentences].map(([key, sentence]) => `${key}: ${argumentsOf(sentence)}`).sort();
  expect(taken(english)).toEqual(taken(chinese));
});

test.each([
  ["zh-CN", chinese],
  ["en", english],
] as const)("every sentence in %s can be said", (locale, sentences) => {
  const onError = (error: Error) => {
    throw error;
  };
  for (const [key, sentence] of sentences) {
    expect(sentence.trim(), key).not.toBe("");
    const t = createTranslator({ locale, messages: { sentence }, onError, timeZone: "Asia/Shanghai" });
    const values = argumentsOf(sentence).map((name) => (name.startsWith("<") ? [name.slice(1, -1), String] : [name, 2]));
    expect(String(t.rich("sentence", Object.fromEntries(values))), key).not.toContain("undefined");
  }
});

test("every refusal has its sentence", () => {
  const codes = [...readFileSync("lib/refusal.ts", "utf8").matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect([...codes, "invalid", "unexpected"].filter((code) => !chinese.has(`refusals.${code}`))).toEqual([]);
});

test("every key that a screen asks for exists", () => {
  const used = ["app", "components"].flatMap(usedKeys);
  expect(used.length).toBeGreaterThan(30);
  const missing = used.filter(({ key, namespaces }) => {
    const meant = namespaces.length > 0 ? namespaces : [...chinese.keys()].map((full) => full.slice(0, full.lastIndexOf(".") + 1));
    return !meant.some((namespace) => has(chinese.keys(), namespace + key));
  });
  expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
});

test("the arguments of nested plurals are seen", () => {
  expect(argumentsOf("{a, plural, one {{b} one} other {<i>{c, date, ::MMMd}</i>}} d {e}")).toEqual(["<i>", "a", "b", "c", "e"]);
});
