import { expect, test } from "vitest";
import { isAskingTime, menuIdOf, SCORES, tapOf } from "./rules";

test("a menu's entry says which request and which score, in digits that 64 bits hold", () => {
  for (const seq of [1n, 10n, 99_999_999_999_999n])
    for (const score of SCORES) {
      const id = menuIdOf(seq, score);
      expect(BigInt.asIntN(64, BigInt(id))).toBe(BigInt(id));
      expect(tapOf(id)).toEqual({ score, seq });
    }
});

test.each([
  "101",
  "",
  "7001",
  "70051",
  "70010",
  "700 11",
  "7001x",
  "70011'; DROP",
  "7001999999999999999",
  70011,
  null,
  undefined,
  ["70011"],
])("%j is no tap on ours", (menuId) => expect(tapOf(menuId)).toBeNull());

test("duty is by the account's own clock, and a day that differs has its own hours", () => {
  const nineToFive = [{ from: "09:00", to: "17:00" }];
  const week = [...Array(5).fill(nineToFive), [], []];
  const calendar = { week, days: [{ day: "2026-11-28", name: "调休", periods: nineToFive }] };
  const isDuty = (instant: string, zone = "Asia/Shanghai") => isAskingTime(calendar, zone, new Date(instant));
  expect([isDuty("2026-11-23T00:59:59Z"), isDuty("2026-11-23T01:00:00Z"), isDuty("2026-11-23T09:00:00Z")]).toEqual([false, true, false]);
  expect(isDuty("2026-11-23T00:59:59Z", "Asia/Tokyo")).toBe(true);
  expect([isDuty("2026-11-28T03:00:00Z"), isDuty("2026-11-29T03:00:00Z")]).toEqual([true, false]);
  expect(isAskingTime(null, "Asia/Shanghai", new Date("2026-11-29T19:00:00Z"))).toBe(true);
});
