import { expect, test } from "vitest";
import { gapsOf, hoursOf } from "./hours";

const ZONE = "Asia/Shanghai";
const span = (from: string, to: string) => ({ startsAt: new Date(`${from}+08:00`), endsAt: new Date(`${to}+08:00`) });

test("hours by the account's clock: midnight ends a day, later it is another one", () => {
  expect(hoursOf(span("2026-11-23T16:30", "2026-11-24T00:00"), ZONE)).toEqual({ from: "16:30", to: "24:00", overnight: false });
  expect(hoursOf(span("2026-11-23T22:00", "2026-11-24T06:00"), ZONE)).toEqual({ from: "22:00", to: "06:00", overnight: true });
});

test("a day's gaps: between shifts, before and after them, not where two overlap or one comes over from yesterday", () => {
  const day = "2026-11-23";
  expect(gapsOf(day, [], ZONE)).toEqual([span("2026-11-23T00:00", "2026-11-24T00:00")]);
  const night = span("2026-11-22T22:00", "2026-11-23T06:00");
  const [morning, long] = [span("2026-11-23T08:00", "2026-11-23T12:00"), span("2026-11-23T10:00", "2026-11-24T02:00")];
  expect(gapsOf(day, [long, night, morning], ZONE)).toEqual([span("2026-11-23T06:00", "2026-11-23T08:00")]);
  expect(gapsOf(day, [night, morning], ZONE)).toEqual([
    span("2026-11-23T06:00", "2026-11-23T08:00"),
    span("2026-11-23T12:00", "2026-11-24T00:00"),
  ]);
});
