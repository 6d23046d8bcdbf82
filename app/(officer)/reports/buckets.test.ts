import { expect, test } from "vitest";
import { daysLater } from "@/lib/time/zones";
import { bucketsOf, grainOf } from "./buckets";

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: daysLater(from, index),
    counts: { opened: 2, owed: 2, within10: 1, late: 1 },
  }));

test("weeks end on Sunday, months with the month, and nothing is lost", () => {
  // The 20th of November 2026 is a Friday.
  expect(bucketsOf(days("2026-11-20", 12), "week").map(({ from, to, opened }) => [from, to, opened])).toEqual([
    ["2026-11-20", "2026-11-22", 6],
    ["2026-11-23", "2026-11-29", 14],
    ["2026-11-30", "2026-12-01", 4],
  ]);
  expect(bucketsOf(days("2026-11-20", 12), "month")).toEqual([
    { from: "2026-11-20", to: "2026-11-30", opened: 22, owed: 22, within10: 11, late: 11 },
    { from: "2026-12-01", to: "2026-12-01", opened: 2, owed: 2, within10: 1, late: 1 },
  ]);
});

test("the longer the period, the longer what one bar stands for", () => {
  expect([7, 45, 46, 200, 366].map(grainOf)).toEqual(["day", "day", "week", "week", "month"]);
  expect(bucketsOf(days("2026-11-20", 3), "day")).toHaveLength(3);
});
