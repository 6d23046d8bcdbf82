import { expect, test } from "vitest";
import { hasRoomForRules, MAX_RULES } from "./rules";
import { categoryRulesInput, keywordRuleInput } from "./schema";

const RULE = { kind: "anyOf", words: ["天气"], excluding: [], priority: 50 };
const problems = (input: object) => keywordRuleInput.safeParse({ ...RULE, ...input }).error?.issues.map(({ message }) => message) ?? [];

test("a rule is taken as it is written, without the blanks around its words", () => {
  expect(keywordRuleInput.parse({ ...RULE, words: [" 天气 ", "气温"] }).words).toEqual(["天气", "气温"]);
});

test.each([
  [{ words: [] }, "noWords"],
  [{ words: ["！！😀"] }, "wordEmpty"],
  [{ words: ["\u0000天"] }, "wordBroken"],
  [{ words: ["天".repeat(21)] }, "wordTooLong"],
  [{ words: ["天气", "天 气！"] }, "wordTwice"],
  [{ words: Array.from({ length: 41 }, (_, index) => `词${index}`) }, "tooManyWords"],
  [{ excluding: ["气"] }, "excludesItself"],
  [{ kind: "contains", words: ["明天", "天气"], excluding: ["明"] }, "excludesItself"],
  [{ priority: 0 }, "priorityOutside"],
])("a rule that cannot work is refused: %o", (input, problem) => {
  expect(problems(input)).toEqual([problem]);
});

test("one excluded word of several leaves a rule that can still hold", () => {
  expect(problems({ words: ["天气", "气温"], excluding: ["天"] })).toEqual([]);
});

test("a category has a number from 1 to 99 or none, and a name of its own", () => {
  const category = { number: null, name: "天气", rules: [RULE] };
  expect(categoryRulesInput.safeParse(category).success).toBe(true);
  const refused = (input: object) => categoryRulesInput.safeParse({ ...category, ...input }).error?.issues.map(({ message }) => message);
  expect(refused({ number: 100 })).toEqual(["numberOutside"]);
  expect(refused({ name: " " })).toEqual(["nameEmpty"]);
  expect(refused({ name: "天".repeat(21) })).toEqual(["nameTooLong"]);
});

test("an account has room for a thousand rules", () => {
  const rules = Array.from({ length: MAX_RULES }, (_, index) => ({ ...keywordRuleInput.parse(RULE), id: `${index}` }));
  expect(hasRoomForRules([{ rules }])).toBe(true);
  expect(hasRoomForRules([{ rules }, { rules: rules.slice(0, 1) }])).toBe(false);
});
