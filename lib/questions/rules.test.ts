import { expect, test } from "vitest";
import { DEFAULT_DANGER_WORDS, dangerWordIn, isDanger, numberOf, snoozeEnd, statusOf } from "./rules";

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

test("the number is the day it was asked in Beijing, and the end of its id", () => {
  const id = "019aa7b0-1c2d-7e3f-8a4b-5c6d7e8f3f7a";
  expect(numberOf({ id, openedAt: new Date("2026-11-21T16:00:00Z"), openedZone: "Asia/Shanghai" })).toBe("20261122-3F7A");
  expect(numberOf({ id, openedAt: new Date("2026-11-21T16:00:00Z"), openedZone: "America/New_York" })).toBe("20261121-3F7A");
});

test("a snooze ends as asked, or three minutes before the sooner of what is owed and an open window; within a minute is none", () => {
  const at = (minutes: number) => new Date(eight.getTime() + minutes * 60_000);
  expect(snoozeEnd({ owedAt: null, actBy: null }, at(60), eight)).toEqual(at(60));
  expect(snoozeEnd({ owedAt: at(30), actBy: at(30) }, at(60), eight)).toEqual(at(27));
  expect(snoozeEnd({ owedAt: at(30), actBy: at(20) }, at(60), eight)).toEqual(at(17));
  expect(snoozeEnd({ owedAt: at(30), actBy: at(-5) }, at(60), eight)).toEqual(at(27));
  expect(snoozeEnd({ owedAt: at(4), actBy: at(4) }, at(60), eight)).toEqual(at(1));
  expect(snoozeEnd({ owedAt: at(3.9), actBy: at(3.9) }, at(60), eight)).toBeNull();
  expect(snoozeEnd({ owedAt: null, actBy: null }, at(0.9), eight)).toBeNull();
  expect(snoozeEnd({ owedAt: null, actBy: null }, at(31 * 24 * 60), eight)).toEqual(at(30 * 24 * 60));
});
