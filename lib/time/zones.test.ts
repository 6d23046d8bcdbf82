import { expect, test } from "vitest";
import { DAY, HOUR } from "./rules";
import {
  commonZone,
  dayAndTime,
  dayName,
  dayNumber,
  dayOf,
  daysLater,
  endOfDay,
  instantOf,
  isTimeZone,
  localTime,
  mondayOf,
  shownAt,
  startOfDay,
  timeOf,
  wallClock,
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

test("a day begins and ends at a zone's own midnight: 23 hours later and 25, where none is shown, and where one is shown twice", () => {
  const bounds = (instant: string, zone: string) => {
    const [from, until] = [startOfDay(new Date(instant), zone), endOfDay(new Date(instant), zone)];
    return [from.toISOString().slice(0, 16), (until.getTime() - from.getTime()) / HOUR];
  };
  expect(bounds("2026-11-22T16:00:00Z", "Asia/Shanghai")).toEqual(["2026-11-22T16:00", 24]);
  expect(bounds("2026-11-22T15:59:59Z", "Asia/Shanghai")).toEqual(["2026-11-21T16:00", 24]);
  expect(bounds("2026-11-22T16:00:00Z", "Asia/Kathmandu")).toEqual(["2026-11-21T18:15", 24]);
  expect(bounds("2026-03-08T12:00:00Z", "America/New_York")).toEqual(["2026-03-08T05:00", 23]);
  expect(bounds("2026-10-25T12:00:00Z", "Europe/Berlin")).toEqual(["2026-10-24T22:00", 25]);
  expect(bounds("2026-09-06T12:00:00Z", "America/Santiago")).toEqual(["2026-09-06T04:00", 23]);
  expect(bounds("2026-11-01T04:30:00Z", "America/Havana")).toEqual(["2026-11-01T04:00", 25]);
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 31 * HOUR)
    for (const zone of ["America/Havana", "America/Santiago", "Europe/Berlin"]) {
      const [from, until] = [startOfDay(new Date(at), zone).getTime(), endOfDay(new Date(at), zone).getTime()];
      expect([from <= at, at < until, startOfDay(new Date(until), zone).getTime() === until, until - from <= DAY + HOUR]).toEqual([
        ...[true, true, true, true],
      ]);
    }
});

test("an instant as residents read it and as a field holds it, and by which zone goes what belongs to several", () => {
  const newYear = new Date("2026-12-31T16:30:00Z");
  expect([dayAndTime(newYear, "Asia/Shanghai"), dayAndTime(newYear, "America/New_York")]).toEqual(["1月1日 00:30", "12月31日 11:30"]);
  expect([wallClock(newYear, "Asia/Shanghai"), wallClock(newYear, "Europe/Berlin")]).toEqual(["2027-01-01T00:30", "2026-12-31T17:30"]);
  expect([commonZone(["Europe/Berlin", "Asia/Shanghai"]), commonZone([])]).toEqual(["Europe/Berlin", "Asia/Shanghai"]);
});
