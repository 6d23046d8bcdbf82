import { expect, test } from "vitest";
import { keptAnswer } from "./testing";
import { weeksAhead } from "./weeks";

// A Monday, 07:30 in Shanghai.
const now = new Date("2026-11-22T23:30:00Z");

test("dates fall into the week that the account's clock shows, eight of them; what is past stays until somebody acts", () => {
  const { overdue, weeks, later } = weeksAhead(
    [
      keptAnswer("past", { validUntil: now, validFrom: new Date("2026-11-01T00:00:00Z") }),
      // Sunday night in UTC, Monday morning of the second week in Shanghai.
      keptAnswer("second", { reviewAt: new Date("2026-11-29T16:00:00Z"), validUntil: new Date("2026-11-29T15:59:00Z") }),
      keptAnswer("eighth", { validUntil: new Date("2027-01-17T15:59:00Z") }),
      keptAnswer("beyond", { validFrom: new Date("2027-01-17T16:00:00Z") }),
    ],
    now,
    "Asia/Shanghai",
  );
  expect(overdue.map(({ id, kind }) => [id, kind])).toEqual([["past", "ends"]]);
  expect(weeks.map(({ monday, dues }) => [monday, ...dues.map(({ id, kind }) => `${id} ${kind}`)])).toEqual([
    ["2026-11-23", "second ends"],
    ["2026-11-30", "second review"],
    ["2026-12-07"],
    ["2026-12-14"],
    ["2026-12-21"],
    ["2026-12-28"],
    ["2027-01-04"],
    ["2027-01-11", "eighth ends"],
  ]);
  expect(later.map(({ id, kind }) => [id, kind])).toEqual([["beyond", "begins"]]);
});
