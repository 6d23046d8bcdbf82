import { expect, test } from "vitest";
import { windowStateOf } from "./window-state";

const now = new Date("2026-11-22T06:00:00Z");
const resident = (closesAt: string | null, remaining: number, unfollowedAt: Date | null = null) => ({
  unfollowedAt,
  window: { closesAt: closesAt === null ? null : new Date(closesAt), remaining },
});

test.each([
  [resident("2026-11-22T06:00:01Z", 1), "open"],
  [resident("2026-11-22T06:00:00Z", 1), "closed"],
  [resident("2026-11-22T06:00:01Z", 0), "spent"],
  [resident(null, 0), "closed"],
  [resident("2026-11-22T06:00:01Z", 5, now), "unfollowed"],
])("%o is %s", (given, expected) => {
  expect(windowStateOf(given, now)).toBe(expected);
});
