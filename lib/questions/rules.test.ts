import { expect, test } from "vitest";
import { DEFAULT_DANGER_WORDS, dangerWordIn, isDanger, statusOf } from "./rules";

const eight = new Date("2026-11-23T00:00:00Z");

test("the status follows from the facts", () => {
  expect(statusOf({ answeredAt: null, closedAt: null })).toBe("open");
  expect(statusOf({ answeredAt: eight, closedAt: null })).toBe("answered");
  expect(statusOf({ answeredAt: null, closedAt: eight })).toBe("closed");
});

test.each([
  ["楼道里有煤气味", "煤气"],
  ["有 人 要 跳\n楼", "跳楼"],
  ["老人走失了，昨天还好好的", "走失"],
  ["路灯不亮", null],
  ["", null],
])("the danger in %j is %s", (text, word) => {
  expect(dangerWordIn(text, DEFAULT_DANGER_WORDS)).toBe(word);
});

test("an account's own list counts alone, and an empty word lifts nothing", () => {
  expect(dangerWordIn("着火了", ["水管爆裂"])).toBeNull();
  expect(dangerWordIn("水管爆裂了", ["水管爆裂"])).toBe("水管爆裂");
  expect(dangerWordIn("路灯不亮", [""])).toBeNull();
});

test("a danger stands until an officer says 非紧急", () => {
  expect(isDanger({ dangerWord: "煤气", dangerDismissedAt: null })).toBe(true);
  expect(isDanger({ dangerWord: "煤气", dangerDismissedAt: eight })).toBe(false);
  expect(isDanger({ dangerWord: null, dangerDismissedAt: null })).toBe(false);
});
