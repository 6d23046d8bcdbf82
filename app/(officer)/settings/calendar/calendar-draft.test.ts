import { describe, expect, test } from "vitest";
import { publishedDays, withDays } from "@/lib/sla/holidays";
import { type Calendar, calendarInput } from "@/lib/sla/schema";
import { calendarChanges, weekdayRuns } from "./calendar-changes";
import {
  calendarFaults,
  isSamePeriods,
  nextPeriod,
  PRESETS,
  type Preset,
  runFault,
  runsOf,
  tidyTime,
  withCopies,
  withoutRun,
  withPreset,
  withRun,
  withWeekday,
} from "./calendar-draft";

const office: Calendar = withPreset({ week: [], days: [] }, "office");
const long = [{ from: "08:00", to: "20:00" }];

test("every preset is a calendar, and none shares its hours with another day", () => {
  for (const preset of Object.keys(PRESETS) as Preset[]) {
    const calendar = withPreset(office, preset);
    expect(calendarInput.parse(calendar)).toEqual(calendar);
    expect(new Set(calendar.week).size).toBe(7);
  }
});

describe("what is wrong is told at its field", () => {
  test.each([
    ["an empty calendar", [[], [], [], [], [], [], []], [["", "calendarEmpty"]]],
    ["a week of 59 minutes", [[{ from: "08:00", to: "08:30" }], [{ from: "08:00", to: "08:29" }]], [["", "weekTooShort"]]],
    ["a week of an hour", [[{ from: "08:00", to: "08:30" }], [{ from: "08:00", to: "08:30" }]], []],
    ["a period that ends before it begins", [[{ from: "12:00", to: "08:00" }]], [["week.0.0", "periodBackwards"]]],
    ["a period of no length", [[], [{ from: "08:00", to: "08:00" }]], [["week.1.0", "periodBackwards"]]],
    ["periods that overlap", [[], [], [...long, { from: "19:59", to: "22:00" }]], [["week.2", "periodsOverlap"]]],
    ["no time", [[{ from: "", to: "12:00" }]], [["week.0.0.from", "invalidTime"]]],
    ["a time after midnight", [[{ from: "08:00", to: "24:30" }]], [["week.0.0.to", "invalidTime"]]],
  ])("%s", (_, days, faults) => {
    const week = Array.from({ length: 7 }, (_, place) => days[place] ?? []);
    expect([...calendarFaults({ week, days: [] })]).toEqual(faults);
  });

  test("periods that touch, and one until midnight, are right", () => {
    const calendar = withWeekday(office, 6, [...long, { from: "20:00", to: "24:00" }]);
    expect(calendarFaults(calendar).size).toBe(0);
  });
});

test("times are kept as people type them, tidied", () => {
  expect(["8:30", "8：30", "0830", "830", "8", "24", "８:30", " 08:30 "].map(tidyTime)).toEqual([
    ...["08:30", "08:30", "08:30", "08:30", "08:00", "24:00", "08:30", "08:30"],
  ]);
  expect(["", "morning", "8:3"].map(tidyTime)).toEqual(["", "morning", "8:3"]);
});

test("the next period of a day is the afternoon, then what is left, and none after midnight", () => {
  expect(nextPeriod([])).toEqual({ from: "08:30", to: "12:00" });
  expect(nextPeriod([{ from: "08:30", to: "12:00" }])).toEqual({ from: "13:30", to: "17:30" });
  expect(nextPeriod(long)).toEqual({ from: "20:00", to: "24:00" });
  expect(nextPeriod([{ from: "20:00", to: "24:00" }])).toBeNull();
});

test("one day's hours go to others, which stay their own afterwards", () => {
  const copied = withCopies(withWeekday(office, 0, long), 0, [0, 5, 6]);
  expect([copied.week[5], copied.week[6], copied.week[1]]).toEqual([long, long, office.week[1]]);
  expect(withWeekday(copied, 0, []).week[5]).toEqual(long);
});

test("days that go as a workday get the hours that a workday has now; holidays and own hours stay", () => {
  const own = { first: "2026-03-01", last: "2026-03-01", name: "", periods: [{ from: "09:00", to: "10:00" }] };
  const calendar = withRun(withDays(office, publishedDays(2026)), own, null);
  const daily = withPreset(calendar, "daily");
  expect(runsOf(daily.days).filter(({ periods }) => periods.length === 0)).toHaveLength(7);
  expect(daily.days.filter(({ periods }) => isSamePeriods(periods, long))).toHaveLength(6);
  expect(runsOf(daily.days)).toContainEqual(own);
  const closed = [0, 1, 2, 3, 4, 5, 6].reduce((written, weekday) => withWeekday(written, weekday, []), daily);
  expect(closed.days).toEqual(daily.days);
});

describe("special days", () => {
  const calendar = withDays(office, publishedDays(2026));
  const spring = { first: "2026-02-15", last: "2026-02-23", name: "春节", periods: [] };

  test("are put together as people know them", () => {
    expect(runsOf(calendar.days)).toHaveLength(13);
    expect(runsOf(calendar.days)).toContainEqual(spring);
  });

  test("are entered, changed and taken away as a whole", () => {
    const longer = { ...spring, last: "2026-02-24" };
    const changed = withRun(calendar, longer, spring);
    expect(runsOf(changed.days)).toContainEqual(longer);
    expect(changed.days).toHaveLength(calendar.days.length + 1);
    expect(withoutRun(calendar, spring).days).toHaveLength(calendar.days.length - 9);
    expect(calendarInput.safeParse(changed).success).toBe(true);
  });

  test.each([
    ["2026-02-30", "2026-03-01", [], "invalidDay"],
    ["2026-03-02", "2026-03-01", [], "runBackwards"],
    ["2026-03-01", "2027-03-01", [], "runTooLong"],
    ["2026-02-23", "2026-02-24", [], "dayTwice"],
    ["2026-03-01", "2026-03-01", [{ from: "12:00", to: "09:00" }], "periodBackwards"],
    ["2026-03-01", "2026-03-01", [...long, ...long], "periodsOverlap"],
    ["2026-03-01", "2026-03-01", long, null],
  ])("from %s to %s: %s %s", (first, last, periods, fault) => {
    expect(runFault(calendar, { first, last, name: "", periods }, null)).toBe(fault);
  });

  test("days that take the place of others may be the same days", () => {
    expect(runFault(calendar, { ...spring, name: "春节假期" }, spring)).toBeNull();
  });
});

test("two calendars differ in weekdays with the same hours together, and in days put together", () => {
  const run = (day: string, last = day, name = "元旦", periods = [] as Calendar["week"][number]) => ({ first: day, last, name, periods });
  const before = [run("2025-01-01"), run("2025-03-01", "2025-03-02", "")].reduce((written, one) => withRun(written, one, null), office);
  const week = withCopies(withWeekday(before, 0, long), 0, [0, 1, 2, 5]);
  const altered = withRun(week, run("2025-03-01", "2025-03-02", "", long), run("2025-03-01", "2025-03-02"));
  const later = withRun(withoutRun(altered, run("2025-01-01")), run("2026-01-01", "2026-01-03"), null);
  expect(calendarChanges(before, later)).toEqual([
    { kind: "week", weekdays: [0, 1, 2, 5], periods: long },
    { kind: "removed", run: run("2025-01-01") },
    { kind: "altered", run: run("2025-03-01", "2025-03-02", "", long) },
    { kind: "added", run: run("2026-01-01", "2026-01-03") },
  ]);
  expect(calendarChanges(before, before)).toEqual([]);
  expect(weekdayRuns([0, 1, 2, 5])).toEqual([
    { first: 0, last: 2 },
    { first: 5, last: 5 },
  ]);
});
