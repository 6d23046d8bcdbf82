import { expect, test } from "vitest";
import { addressesIn, triedAgainAfter, weekBefore, weeklyPlanInput, weekOwed, wrongAddress } from "./weekly";

const SHANGHAI = "Asia/Shanghai";
/** Mondays at eight; saved long ago. The 23rd of November 2026 is a Monday. */
const plan = { weekday: 1, hour: 8, savedAt: new Date("2026-01-01T00:00:00Z") };
const week = { from: "2026-11-16", to: "2026-11-22" };

test.each([
  ["a second before its time: last Monday's is long past", "2026-11-22T23:59:59Z", null],
  ["at its time", "2026-11-23T00:00:00Z", week],
  ["two days late after an outage", "2026-11-25T00:00:00Z", week],
  ["later than that", "2026-11-25T00:00:01Z", null],
])("by the account's clock, %s", (_, at, owed) => {
  expect(weekOwed(plan, SHANGHAI, new Date(at))).toEqual(owed);
});

test("saved after its time, it begins next week; on a Friday it tells of the week before", () => {
  const at = new Date("2026-11-23T02:00:00Z");
  expect(weekOwed({ ...plan, savedAt: new Date("2026-11-23T01:00:00Z") }, SHANGHAI, at)).toBeNull();
  expect(weekOwed({ ...plan, weekday: 5, hour: 17 }, SHANGHAI, new Date("2026-11-27T10:00:00Z"))).toEqual(week);
  expect(weekOwed(plan, "America/New_York", at)).toBeNull();
  expect(weekBefore("2026-11-22")).toEqual({ from: "2026-11-09", to: "2026-11-15" });
});

test("addresses as people type them, and which one is none", () => {
  expect(addressesIn("he@example.org，lin@example.org\nhe@example.org; ")).toEqual(["he@example.org", "lin@example.org"]);
  expect(wrongAddress(["he@example.org", "lin@"])).toBe("lin@");
  expect(wrongAddress(["he@example.org"])).toBeNull();
  const input = { accountId: "019ab000-0000-7000-8000-000000000000", enabled: true, weekday: 1, hour: 8, language: "en" };
  const many = Array.from({ length: 21 }, (_, index) => `a${index}@example.org`);
  expect(
    [[], ["a@example.org\r\nBcc: b@example.org"], many, many.slice(1)].map(
      (recipients) => weeklyPlanInput.safeParse({ ...input, recipients }).success,
    ),
  ).toEqual([false, false, false, true]);
});

test("tries grow rarer, and end", () => {
  expect([1, 2, 8, 9].map(triedAgainAfter)).toEqual([60_000, 300_000, 43_200_000, null]);
});
