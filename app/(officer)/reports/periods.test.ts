import { expect, test } from "vitest";
import { comparedWith, type DayRange, dayIn, daysOf, rangeOf } from "./periods";

const range = (days: string): DayRange => {
  const [from = "", to = from] = days.split("/");
  return { from, to };
};

test("the day it is depends on the zone", () => {
  const instant = new Date("2026-11-22T17:00:00Z");
  expect(dayIn("Asia/Shanghai", instant)).toBe("2026-11-23");
  expect(dayIn("Europe/London", instant)).toBe("2026-11-22");
});

// The 25th of November 2026 is a Wednesday.
test.each([
  ["today", "2026-11-25/2026-11-25"],
  ["yesterday", "2026-11-24/2026-11-24"],
  ["thisWeek", "2026-11-23/2026-11-25"],
  ["lastWeek", "2026-11-16/2026-11-22"],
  ["thisMonth", "2026-11-01/2026-11-25"],
  ["lastMonth", "2026-10-01/2026-10-31"],
  ["thisYear", "2026-01-01/2026-11-25"],
] as const)("%s", (period, days) => {
  expect(rangeOf(period, "2026-11-25")).toEqual(range(days));
});

test("a week that began on Monday, seen on that Monday and on its Sunday", () => {
  expect(rangeOf("thisWeek", "2026-11-23")).toEqual(range("2026-11-23/2026-11-23"));
  expect(rangeOf("thisWeek", "2026-11-29")).toEqual(range("2026-11-23/2026-11-29"));
  expect(rangeOf("lastMonth", "2024-03-31")).toEqual(range("2024-02-01/2024-02-29"));
});

test.each([
  ["one day with the day before", "2026-11-23", "2026-11-22"],
  ["a whole week with the week before", "2026-11-16/2026-11-22", "2026-11-09/2026-11-15"],
  ["half a week with the same half", "2026-11-23/2026-11-25", "2026-11-16/2026-11-18"],
  ["half a month with the same half", "2026-11-01/2026-11-25", "2026-10-01/2026-10-25"],
  ["a whole month with a whole one", "2026-03-01/2026-03-31", "2026-02-01/2026-02-28"],
  ["a short whole month with a long whole one", "2026-02-01/2026-02-28", "2026-01-01/2026-01-31"],
  ["a year so far with the year before", "2026-01-01/2026-11-25", "2025-01-01/2025-11-25"],
  ["any days with as many before them", "2026-11-04/2026-11-13", "2026-10-25/2026-11-03"],
])("the previous period: %s", (_, days, before) => {
  expect(comparedWith(range(days), "previous")).toEqual(range(before));
});

test.each([
  ["2026-11-16/2026-11-22", "2025-11-16/2025-11-22"],
  ["2024-02-29", "2023-02-28"],
  ["2025-02-01/2025-02-28", "2024-02-01/2024-02-29"],
])("%s a year ago", (days, before) => {
  expect(comparedWith(range(days), "lastYear")).toEqual(range(before));
});

test("nothing to compare with, and how many days", () => {
  expect(comparedWith(range("2026-11-16/2026-11-22"), "none")).toBeNull();
  expect(daysOf(range("2024-02-28/2024-03-01"))).toBe(3);
});
