import { expect, test } from "vitest";
import { DEFAULT_BOOK, promiseLimit, termsAt } from "@/lib/sla/terms";
import { fieldOf, instantOf, isPromisable, promisePresets } from "./promise-times";

/** A Friday, 14:05 in Shanghai. */
const friday = new Date("2026-11-20T06:05:00Z");
const terms = termsAt(DEFAULT_BOOK, friday);
const latest = promiseLimit(terms, { at: friday, kind: "inquiry", urgent: false });

test("the field holds the accounts' clock, wherever the computer stands", () => {
  expect(fieldOf(friday)).toBe("2026-11-20T14:05");
  expect(instantOf("2026-11-20T14:05")).toEqual(friday);
  expect(fieldOf(new Date("2026-12-31T16:00:00Z"))).toBe("2027-01-01T00:00");
  expect(instantOf("")).toBeNull();
});

test("presets: today and tomorrow at six, and three working days on, over the weekend", () => {
  expect(promisePresets(friday, terms, latest).map(({ field }) => field)).toEqual([
    "2026-11-20T18:00",
    "2026-11-21T18:00",
    "2026-11-25T18:00",
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
