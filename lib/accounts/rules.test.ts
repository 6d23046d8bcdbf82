import { expect, test } from "vitest";
import { DEFAULT_DANGER_WORDS } from "@/lib/questions/rules";
import { DEFAULT_EMERGENCY, dangerWordsFault, dangerWordsOf, emergencyTextFault, folded, MAX_DANGER_WORDS } from "./rules";
import { dangerListInput } from "./schema";

test("width, case, blanks and invisible signs make no difference", () => {
  expect(folded(" ＫＴＶ 着\u200b火\n")).toBe("ktv着火");
});

test("one word a line, or several set apart by commas", () => {
  expect(dangerWordsOf("煤气\n\n 着 火 \nＫＴＶ，塌方、触电")).toEqual(["煤气", "着火", "ktv", "塌方", "触电"]);
  expect(dangerWordsOf("")).toEqual([]);
});

test("a list is refused for a word that is too long or there twice, and for being too long itself", () => {
  expect(dangerWordsFault(DEFAULT_DANGER_WORDS)).toBeNull();
  expect(dangerWordsFault(["一二三四五六七八九十一二"])).toBeNull();
  expect(dangerWordsFault(["一二三四五六七八九十一二三"])).toEqual({ kind: "tooLong", word: "一二三四五六七八九十一二三" });
  expect(dangerWordsFault(["煤气", "着火", "煤气"])).toEqual({ kind: "twice", word: "煤气" });
  const many = Array.from({ length: MAX_DANGER_WORDS + 1 }, (_, index) => `词${index}`);
  expect(dangerWordsFault(many.slice(1))).toBeNull();
  expect(dangerWordsFault(many)).toEqual({ kind: "tooMany", count: MAX_DANGER_WORDS + 1 });
});

test("the text to danger gives an emergency number and says that a machine sends it", () => {
  expect(emergencyTextFault(DEFAULT_EMERGENCY)).toBeNull();
  for (const number of ["110", "119", "120", "12345"]) expect(emergencyTextFault(`请拨${number}。〔自动回复〕`), number).toBeNull();
  expect(emergencyTextFault("请联系我们。〔自动回复〕")).toBe("noNumber");
  expect(emergencyTextFault("请拨 0315-1101190。〔自动回复〕")).toBe("noNumber");
  expect(emergencyTextFault("请拨110。")).toBe("notSaidAutomatic");
  expect(emergencyTextFault(`请拨110。〔自动回复〕${"啊".repeat(680)}`)).toBe("tooLong");
});

test("what comes in is folded and held to the same rules", () => {
  const input = {
    accountId: crypto.randomUUID(),
    words: ["ＫＴＶ 着火", " "],
    emergencyText: ` ${DEFAULT_EMERGENCY} `,
    seen: { words: ["a b"], emergencyText: "" },
  };
  expect(dangerListInput.parse(input)).toMatchObject({ words: ["ktv着火"], emergencyText: DEFAULT_EMERGENCY, seen: { words: ["a b"] } });
  expect(dangerListInput.safeParse({ ...input, words: ["煤气", "煤 气"] }).success).toBe(false);
  expect(dangerListInput.safeParse({ ...input, emergencyText: "您好" }).success).toBe(false);
  expect(dangerListInput.safeParse({ ...input, words: ["a\0b"] }).success).toBe(false);
});
