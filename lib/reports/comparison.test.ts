import { expect, test } from "vitest";
import { comparedWith, type Period } from "./rules";

const period = (days: string): Period => {
  const [from = "", to = from] = days.split("/");
  return { from, to };
};

test.each([
  ["one day with the day before", "2026-11-23", "2026-11-22"],
  ["a whole week with the week before", "2026-11-16/2026-11-22", "2026-11-09/2026-11-15"],
  ["half a week with the same half", "2026-11-23/2026-11-25", "2026-11-16/2026-11-18"],
  ["half a month with the same half", "2026-11-01/2026-11-25", "2026-10-01/2026-10-25"],
  ["a whole month with a whole one", "2026-03-01/2026-03-31", "2026-02-01/2026-02-28"],
  ["a short whole month with a long whole one", "2026-02-01/2026-02-28", "2026-01-01/2026-01-31"],
  ["a year so far with the year before", "2026-01-01/2026-11-25", "2025-01-01/2025-11-25"],
  ["any days with as many before them", "2026-11-04/2026-11-13", "2026-10-25/2026-11-03"],
])("the period before: %s", (_, days, before) => {
  expect(comparedWith(period(days), "previous")).toEqual(period(before));
});

test.each([
  ["2026-11-16/2026-11-22", "2025-11-16/2025-11-22"],
  ["2024-02-29", "2023-02-28"],
  ["2025-02-01/2025-02-28", "2024-02-01/2024-02-29"],
])("%s a year ago", (days, before) => {
  expect(comparedWith(period(days), "lastYear")).toEqual(period(before));
});

test("nothing", () => {
  expect(comparedWith(period("2026-11-16/2026-11-22"), "none")).toBeNull();
});
