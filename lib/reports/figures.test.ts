import { expect, test } from "vitest";
import { lasting, percent, pointsBetween, share } from "./figures";

test("a share says neither all nor nothing unless it is so", () => {
  expect([1, 0, 0.9781, 9_999 / 10_000, 1 / 10_000].map(percent)).toEqual(["100.0%", "0.0%", "97.8%", "99.9%", "0.1%"]);
  expect([share(0, 0), share(1, 4)]).toEqual([null, 0.25]);
});

test("a change is the difference of what stands there", () => {
  expect(pointsBetween(0.97849, 0.96951)).toBe(0.8);
  expect(pointsBetween(0.5, 0.5004)).toBe(0);
});

test("how long it lasted", () => {
  const words = [0, 112, 59.6, 2_530, 11_100, 273_600].map((seconds) => lasting(seconds, (days, hours) => `${days}天${hours}时`));
  expect(words).toEqual(["0:00", "1:52", "1:00", "42:10", "3:05:00", "3天4时"]);
});
