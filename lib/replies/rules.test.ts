import { describe, expect, test } from "vitest";
import { randomFrom } from "@/lib/testing/random";
import {
  bytesOf,
  isBareAcknowledgement,
  isFirstResponse,
  isSubstantiveAnswer,
  MAX_PART_BYTES,
  retryDelaySeconds,
  splitReply,
} from "./rules";

describe("a bare acknowledgement is no response", () => {
  test.each([
    "收悉",
    "已收到。",
    "您好，您的来信已收悉，谢谢！",
    "已转",
    "已转有关部门",
    "我们已受理",
    "请稍等",
    "好的",
    "您好！",
    "已登记，请耐心等待",
  ])("bare: %s", (text) => {
    expect(isBareAcknowledgement(text)).toBe(true);
    expect(isFirstResponse({ kind: "answer", text })).toBe(false);
    expect(isFirstResponse({ kind: "ask", text })).toBe(false);
    expect(isSubstantiveAnswer({ kind: "answer", text })).toBe(false);
  });

  test.each([
    "已转区交警大队，25日18:00前由我回您",
    "请问是哪一条路？",
    "今晚八点恢复供水",
    "收到，是供水公司检修，今晚八点恢复",
    "不收费",
    "可以",
  ])("said something: %s", (text) => {
    expect(isBareAcknowledgement(text)).toBe(false);
    expect(isFirstResponse({ kind: "answer", text })).toBe(true);
  });

  test("an interim names a unit and a date beside its text; only an answer ends a question", () => {
    expect(isFirstResponse({ kind: "interim", text: "已转" })).toBe(true);
    expect(isSubstantiveAnswer({ kind: "interim", text: "今晚八点恢复供水" })).toBe(false);
    expect(isSubstantiveAnswer({ kind: "ask", text: "请问是哪一条路？" })).toBe(false);
    expect(isSubstantiveAnswer({ kind: "answer", text: "今晚八点恢复供水" })).toBe(true);
  });
});

describe("a text in parts that WeChat takes", () => {
  test("2,048 bytes are one message, 2,049 are two", () => {
    expect(splitReply("a".repeat(2_048))).toHaveLength(1);
    expect(splitReply("a".repeat(2_049)).map(bytesOf)).toEqual([2_048, 1]);
    expect(splitReply("  \n ")).toEqual([]);
    expect(splitReply("  今晚来水 \n")).toEqual(["今晚来水"]);
  });

  test("cut on sentence ends, with their closing quotes, where there are any; else on clause ends", () => {
    const sentences = splitReply("他说：“今晚八点恢复供水。”".repeat(100));
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.every((part) => part.endsWith("。”"))).toBe(true);
    expect(splitReply("请您绕行，".repeat(300)).every((part) => part.endsWith("，"))).toBe(true);
    expect(
      splitReply("the road is closed ".repeat(200))
        .slice(0, -1)
        .every((part) => part.endsWith("closed") || /(the|road|is)$/.test(part)),
    ).toBe(true);
  });

  test("a sentence end far at the front does not waste a message", () => {
    const [head] = splitReply(`好。${"水".repeat(1_500)}`);
    expect(bytesOf(head ?? "")).toBeGreaterThan(MAX_PART_BYTES - 4);
  });

  test("a family of joined emoji stays together", () => {
    const family = "👨‍👩‍👧‍👦";
    const parts = splitReply(family.repeat(200));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length % family.length === 0)).toBe(true);
  });

  test("whatever the text is made of: short enough, whole characters, nothing lost, nothing added", () => {
    const random = randomFrom(20_261_122);
    for (let round = 0; round < 400; round += 1) {
      const pieces = PALETTES[round % PALETTES.length] ?? [];
      const text = Array.from({ length: 1 + Math.floor(random() * 900) }, () => pieces[Math.floor(random() * pieces.length)]).join("");
      const parts = splitReply(text);
      expect(parts.every((part) => bytesOf(part) <= MAX_PART_BYTES && part.isWellFormed() && part.trim() !== "")).toBe(true);
      expect(withoutBlanks(parts.join(""))).toBe(withoutBlanks(text));
    }
  });
});

test("retries are quick at first, then calmer, and stay at the last step", () => {
  const delays = (pace: "soon" | "later") => [1, 2, 3, 4, 5, 6, 99].map((attempts) => retryDelaySeconds(attempts, pace));
  expect(delays("soon")).toEqual([1, 2, 5, 10, 30, 30, 30]);
  expect(delays("later")).toEqual([60, 120, 300, 300, 300, 300, 300]);
  expect(retryDelaySeconds(0, "soon")).toBe(1);
});

const EMOJI = ["😀", "👨‍👩‍👧‍👦", "👍🏻", "🇨🇳", "1️⃣", "❤️"];
const CHINESE = ["水", "三号路", "𠮷", "。", "！”", "，", "？\n"];
const LATIN = ["a", "road", " ", "é", "e\u0301", ". ", ", ", "\n\n"];
const PALETTES = [
  EMOJI,
  CHINESE,
  LATIN,
  [...EMOJI, ...CHINESE, ...LATIN],
  ["水"],
  ["x"],
  ["\u200d", "👩", "\ufe0f"],
  ["a\u0301\u0302", " "],
];

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, "");
}
