import { expect, test } from "vitest";
import {
  dayName,
  dayNumber,
  dayOf,
  daysLater,
  instantOf,
  isTimeZone,
  localTime,
  mondayOf,
  shownAt,
  timeOf,
  weekdayOf,
  whileShown,
} from "./zones";

const shown = (instant: string, zone: string) => {
  const { day, minutes } = localTime(new Date(instant), zone);
  return `${dayName(day)} ${weekdayOf(day)} ${minutes}`;
};
const stretches = (zone: string, day: string, from: number, until: number) =>
  whileShown(zone, dayNumber(day), from * 60, until * 60).map((ends) => ends.map((end) => new Date(end).toISOString().slice(5, 16)));

test("what a wall clock shows, in zones with and without summer time, on a leap day and before 1970", () => {
  expect(shown("2026-11-22T16:00:00Z", "Asia/Shanghai")).toBe("2026-11-23 1 0");
  expect(shown("2028-02-29T15:59:59Z", "Asia/Shanghai")).toBe("2028-02-29 2 1439");
  expect(shown("2026-03-08T06:59:00Z", "America/New_York")).toBe("2026-03-08 7 119");
  expect(shown("2026-03-08T07:00:00Z", "America/New_York")).toBe("2026-03-08 7 180");
  expect(shown("1969-12-31T12:00:00Z", "Asia/Shanghai")).toBe("1969-12-31 3 1200");
});

test("a time of day that is left out is never, one that is shown twice is twice", () => {
  expect(stretches("Asia/Shanghai", "2026-11-23", 8, 24)).toEqual([["11-23T00:00", "11-23T16:00"]]);
  expect(stretches("America/New_York", "2026-03-08", 2, 3)).toEqual([]);
  expect(stretches("America/New_York", "2026-03-08", 1, 4)).toEqual([
    ["03-08T06:00", "03-08T07:00"],
    ["03-08T07:00", "03-08T08:00"],
  ]);
  expect(stretches("America/New_York", "2026-11-01", 1, 2)).toEqual([
    ["11-01T05:00", "11-01T06:00"],
    ["11-01T06:00", "11-01T07:00"],
  ]);
});

test("a day and a time of day are an instant: the first one that shows them, or what comes next", () => {
  const instant = (day: string, time: string, zone: string) => instantOf(day, time, zone).toISOString().slice(0, 16);
  expect(instant("2026-11-23", "08:30", "Asia/Shanghai")).toBe("2026-11-23T00:30");
  expect(instant("2026-11-23", "24:00", "Asia/Shanghai")).toBe("2026-11-23T16:00");
  expect(instant("2026-03-29", "01:59", "Europe/Berlin")).toBe("2026-03-29T00:59");
  expect(instant("2026-03-29", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:00");
  expect(instant("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30");
  expect(instant("2026-10-25", "24:00", "Europe/Berlin")).toBe("2026-10-25T23:00");
});

test("an instant has the day and the time that it was made of, on every day of a year with two changes", () => {
  for (let day = "2026-01-01"; day < "2027-01-01"; day = daysLater(day, 1)) {
    const noon = instantOf(day, "12:05", "Europe/Berlin");
    expect([dayOf(noon, "Europe/Berlin"), timeOf(noon, "Europe/Berlin")]).toEqual([day, "12:05"]);
    expect(shownAt(noon, "Europe/Berlin")).toEqual(new Date(`${day}T12:05:00Z`));
  }
});

test("days follow each other over leap days and years, and weeks begin on Monday", () => {
  expect([daysLater("2028-02-28", 1), daysLater("2026-02-28", 1), daysLater("2027-01-01", -1), daysLater("2026-11-23", 0)]).toEqual([
    "2028-02-29",
    "2026-03-01",
    "2026-12-31",
    "2026-11-23",
  ]);
  expect(["2026-11-22", "2026-11-23", "2026-11-29"].map(mondayOf)).toEqual(["2026-11-16", "2026-11-23", "2026-11-23"]);
});

test("a zone is one that exists", () => {
  expect(["Asia/Shanghai", "Europe/Berlin", "Asia/Nowhere", ""].map(isTimeZone)).toEqual([true, true, false, false]);
});
