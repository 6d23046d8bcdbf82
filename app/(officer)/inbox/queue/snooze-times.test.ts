import { expect, test } from "vitest";
import { snoozeTimes } from "./snooze-times";

const times = (now: string) => snoozeTimes(new Date(`${now}+08:00`), "Asia/Shanghai").map(({ key, at }) => `${key} ${beijing(at)}`);
const beijing = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

test("on a Wednesday morning", () => {
  expect(times("2026-11-25T10:20")).toEqual([
    "hour 2026-11-25 11:20",
    "afternoon 2026-11-25 16:00",
    "tomorrow 2026-11-26 09:00",
    "monday 2026-11-30 09:00",
  ]);
});

test("no afternoon that is nearer than an hour", () => {
  expect(times("2026-11-25T15:00")).toEqual(["hour 2026-11-25 16:00", "tomorrow 2026-11-26 09:00", "monday 2026-11-30 09:00"]);
});

test("on a Sunday tomorrow is Monday; on a Monday it is the next one; before the first known Monday the weeks are the same", () => {
  expect(times("2026-11-29T23:59").slice(1)).toEqual(["tomorrow 2026-11-30 09:00"]);
  expect(times("2026-11-30T17:00").slice(1)).toEqual(["tomorrow 2026-12-01 09:00", "monday 2026-12-07 09:00"]);
  expect(times("2026-01-04T00:30").slice(1)).toEqual(["afternoon 2026-01-04 16:00", "tomorrow 2026-01-05 09:00"]);
});

test("by the clock of a zone that is put forward in the night", () => {
  const times = snoozeTimes(new Date("2026-03-28T23:30:00Z"), "Europe/Berlin");
  expect(times.map(({ key, at }) => `${key} ${at.toISOString().slice(0, 16)}`)).toEqual([
    "hour 2026-03-29T00:30",
    "afternoon 2026-03-29T14:00",
    "tomorrow 2026-03-30T07:00",
  ]);
});
