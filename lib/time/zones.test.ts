import { expect, test } from "vitest";
import { dayName, dayNumber, isTimeZone, localTime, weekdayOf, whileShown } from "./zones";

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

test("a zone is one that exists", () => {
  expect(["Asia/Shanghai", "Europe/Berlin", "Asia/Nowhere", ""].map(isTimeZone)).toEqual([true, true, false, false]);
});
