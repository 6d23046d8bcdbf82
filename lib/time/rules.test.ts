import { expect, test } from "vitest";
import { after, clamp, DAY, earlier, HOUR, MINUTE, reviveInstants, SECOND } from "./rules";

const noon = new Date("2026-11-23T04:00:00Z");

test("the units build on each other", () => {
  expect([SECOND, MINUTE, HOUR, DAY]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
});

test("after goes forward and back, and leaves its argument alone", () => {
  expect(after(noon, 90 * SECOND)).toEqual(new Date("2026-11-23T04:01:30Z"));
  expect(after(noon, -DAY)).toEqual(new Date("2026-11-22T04:00:00Z"));
  expect(noon).toEqual(new Date("2026-11-23T04:00:00Z"));
});

test("earlier of two", () => {
  expect(earlier(noon, after(noon, 1))).toEqual(noon);
  expect(earlier(after(noon, 1), noon)).toEqual(noon);
});

test("clamp keeps what lies between, and cuts to the nearer bound", () => {
  const bounds = [noon, after(noon, MINUTE)] as const;
  expect(clamp(after(noon, -1), ...bounds)).toEqual(noon);
  expect(clamp(after(noon, SECOND), ...bounds)).toEqual(after(noon, SECOND));
  expect(clamp(after(noon, HOUR), ...bounds)).toEqual(after(noon, MINUTE));
});

test("instants come back from JSON by their names; other strings stay strings", () => {
  const row = {
    at: noon,
    dueAt: noon,
    waitingSince: noon,
    snoozedUntil: noon,
    countedFrom: noon,
    closedAt: null,
    text: noon.toISOString(),
    format: "at",
    category: "a",
  };
  expect(JSON.parse(JSON.stringify(row), reviveInstants)).toEqual(row);
});
