import { describe, expect, test } from "vitest";
import { dayNumber } from "@/lib/time/zones";
import {
  addDutyMinutes,
  DEFAULT_CALENDAR,
  type DutyHours,
  dutyMinutesBetween,
  endOfWorkday,
  isDuty,
  isWorkday,
  nextDuty,
  periodsOn,
  previousDuty,
} from "./calendar";
import { calendarInput } from "./schema";

const OFFICE = [
  { from: "08:30", to: "12:00" },
  { from: "13:30", to: "17:30" },
];
const calendar = calendarInput.parse({
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  days: [
    { day: "2027-02-08", name: "春节", periods: [] },
    { day: "2027-02-06", name: "春节调休", periods: OFFICE },
    { day: "2027-02-07", name: "春节值班", periods: [{ from: "09:00", to: "10:00" }] },
  ],
});
const hours: DutyHours = { calendar, timeZone: "Asia/Shanghai" };
/** An instant by its local time in 2026 and 2027; 11-23 is a Monday. */
const at = (local: string) => new Date(`${local.startsWith("0") ? "2027" : "2026"}-${local.replace(" ", "T")}:00+08:00`);

describe("duty hours", () => {
  test("begin at their beginning, end before their end, and stop for lunch", () => {
    const instants = ["11-23 08:29", "11-23 08:30", "11-23 11:59", "11-23 12:00", "11-23 13:30", "11-23 17:30", "11-28 10:00"];
    expect(instants.map((local) => isDuty(hours, at(local)))).toEqual([false, true, true, false, true, false, false]);
  });

  test("a holiday has none, a make-up workday its own", () => {
    expect(["2027-02-08", "2027-02-06", "2027-02-07", "2027-02-09"].map((day) => periodsOn(calendar, dayNumber(day)).length)).toEqual([
      0, 2, 1, 2,
    ]);
  });

  test.each([
    ["within", "11-23 09:00", "11-23 09:00", "11-23 09:00"],
    ["lunch", "11-23 12:10", "11-23 13:30", "11-23 12:00"],
    ["before the first hour of the week", "11-23 00:00", "11-23 08:30", "11-20 17:30"],
    ["the very end", "11-27 17:30", "11-30 08:30", "11-27 17:30"],
    ["a holiday after a day of one hour", "02-08 09:00", "02-09 08:30", "02-07 10:00"],
  ])("next and previous: %s", (_, now, next, previous) => {
    expect([nextDuty(hours, at(now)), previousDuty(hours, at(now))]).toEqual([at(next), at(previous)]);
  });

  test.each([
    ["two minutes before the end, ten asked: eight into the next period", "11-23 17:28", 10, "11-24 08:38"],
    ["just before lunch", "11-23 11:55", 10, "11-23 13:35"],
    ["to the very end, not the next beginning", "11-23 17:20", 10, "11-23 17:30"],
    ["over a weekend", "11-27 17:00", 60, "11-30 09:00"],
    ["over a holiday and a day of one hour", "02-06 17:00", 100, "02-09 08:40"],
    ["a whole week of duty", "11-23 08:30", 5 * 450, "11-27 17:30"],
  ])("adding: %s", (_, from, minutes, until) => {
    expect(addDutyMinutes(hours, at(from), minutes)).toEqual(at(until));
    expect(dutyMinutesBetween(hours, at(from), at(until))).toBe(minutes);
    expect(dutyMinutesBetween(hours, at(until), at(from))).toBe(0);
  });
});

describe("workdays, on which a promise counts", () => {
  const around = { calendar: DEFAULT_CALENDAR, timeZone: "Asia/Shanghai" };
  const end = (local: string) => new Date(at(`${local} 23:59`).getTime() + 59_000);

  test("a desk around the clock still promises for offices that are shut at the weekend", () => {
    expect(endOfWorkday(around, at("11-26 20:00"), 5)).toEqual(end("12-03"));
  });

  test("a holiday is none, a make-up workday and a day on duty that the calendar names are", () => {
    expect(endOfWorkday(hours, at("02-05 12:00"), 3)).toEqual(end("02-09"));
  });

  test("where nobody ever works from Monday to Friday, the days on duty count", () => {
    const weekends = calendarInput.parse({ week: [[], [], [], [], [], OFFICE, OFFICE], days: [] });
    expect([23, 28, 29].map((day) => isWorkday(weekends, dayNumber(`2026-11-${day}`)))).toEqual([false, true, true]);
  });
});
