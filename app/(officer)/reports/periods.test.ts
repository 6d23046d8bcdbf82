import { expect, test } from "vitest";
import { dayOf } from "@/lib/time/zones";
import { periodNamed } from "./periods";

test("the day it is depends on the zone", () => {
  const instant = new Date("2026-11-22T17:00:00Z");
  expect(dayOf(instant, "Asia/Shanghai")).toBe("2026-11-23");
  expect(dayOf(instant, "Europe/London")).toBe("2026-11-22");
});

// The 25th of November 2026 is a Wednesday.
test.each([
  ["last7", "2026-11-19", "2026-11-25"],
  ["today", "2026-11-25", "2026-11-25"],
  ["yesterday", "2026-11-24", "2026-11-24"],
  ["thisWeek", "2026-11-23", "2026-11-25"],
  ["lastWeek", "2026-11-16", "2026-11-22"],
  ["thisMonth", "2026-11-01", "2026-11-25"],
  ["lastMonth", "2026-10-01", "2026-10-31"],
  ["thisYear", "2026-01-01", "2026-11-25"],
] as const)("%s", (name, from, to) => {
  expect(periodNamed(name, "2026-11-25")).toEqual({ from, to });
});

test("a week seen on its Monday and on its Sunday, and a leap February", () => {
  expect(periodNamed("thisWeek", "2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-23" });
  expect(periodNamed("thisWeek", "2026-11-29")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
  expect(periodNamed("lastMonth", "2024-03-31")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
});
