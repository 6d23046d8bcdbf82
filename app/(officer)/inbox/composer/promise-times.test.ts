import { expect, test } from "vitest";
import { DEFAULT_BOOK, promiseLimit, termsAt } from "@/lib/sla/terms";
import { isPromisable, promisePresets } from "./promise-times";

/** A Friday, 14:05 in Shanghai. */
const friday = new Date("2026-11-20T06:05:00Z");
const terms = termsAt(DEFAULT_BOOK, friday);
const latest = promiseLimit(terms, { at: friday, kind: "inquiry", urgent: false });

test("presets: today and tomorrow at six, and three working days on, over the weekend", () => {
  expect(promisePresets(friday, terms, latest).map(({ field }) => field)).toEqual([
    "2026-11-20T18:00",
    "2026-11-21T18:00",
    "2026-11-25T18:00",
  ]);
});

test("presets are those of the account's own day, a week before its clocks go back", () => {
  const there = { ...terms, timeZone: "America/New_York" };
  // Thursday evening there.
  const evening = new Date("2026-10-30T03:05:00Z");
  const presets = promisePresets(evening, there, new Date("2026-11-05T00:00:00Z"));
  expect(presets.map(({ preset, field }) => [preset, field])).toEqual([
    ["tomorrow", "2026-10-30T18:00"],
    ["threeWorkingDays", "2026-11-03T18:00"],
  ]);
});

test("after six nothing can be promised for today", () => {
  const evening = new Date("2026-11-20T10:00:00Z");
  expect(promisePresets(evening, terms, latest).map(({ preset }) => preset)).toEqual(["tomorrow", "threeWorkingDays"]);
});

test("a promise lies ahead and within five working days", () => {
  expect(isPromisable(friday, friday, latest)).toBe(false);
  expect(isPromisable(new Date("2026-11-27T15:59:59Z"), friday, latest)).toBe(true);
  expect(isPromisable(new Date("2026-11-27T16:00:00Z"), friday, latest)).toBe(false);
});
