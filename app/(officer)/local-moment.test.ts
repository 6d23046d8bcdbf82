import { expect, test } from "vitest";
import { wallClock } from "@/lib/time/zones";
import { instantOf } from "./local-moment";

const nine = new Date("2026-11-23T01:00:00Z");

test("what a field says is meant by the account's clock, and shown by it", () => {
  expect(instantOf("2026-11-23T09:00", "Asia/Shanghai")).toEqual(nine);
  expect(instantOf("2026-11-23T07:00", "Asia/Urumqi")).toEqual(nine);
  expect([wallClock(nine, "Asia/Shanghai"), wallClock(nine, "Asia/Urumqi")]).toEqual(["2026-11-23T09:00", "2026-11-23T07:00"]);
});

test("no time is none, nor one that a clock put forward never shows", () => {
  for (const typed of ["", "2026-11-23", "2026-02-30T09:00", "2026-11-23T25:00"])
    expect(instantOf(typed, "Asia/Shanghai"), typed).toBeNull();
  expect(instantOf("2026-03-29T02:30", "Europe/Berlin")).toBeNull();
  expect(instantOf("2026-03-29T03:00", "Europe/Berlin")).toEqual(new Date("2026-03-29T01:00:00Z"));
});

test("of a time that a clock put back shows twice the first is meant", () => {
  expect(instantOf("2026-10-25T02:30", "Europe/Berlin")).toEqual(new Date("2026-10-25T00:30:00Z"));
  expect(instantOf("2026-11-01T01:30", "America/New_York")).toEqual(new Date("2026-11-01T05:30:00Z"));
});
