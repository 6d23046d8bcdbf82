import { expect, test } from "vitest";
import { daysFrom, missingYear, PUBLISHED_YEARS, publishedDays, withDays } from "./holidays";
import { calendarInput } from "./schema";
import { officeHours } from "./testing/terms";

test.each([
  [2025, 28, 5],
  [2026, 33, 6],
])("%i: %i days off, %i make-up workdays, each of them on a weekend and none twice", (year, holidays, workdays) => {
  const days = publishedDays(year);
  const worked = days.filter(({ kind }) => kind === "workday");
  expect([days.length - worked.length, worked.length]).toEqual([holidays, workdays]);
  expect(worked.filter(({ day }) => ![0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
  expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
  expect(days.every(({ day }) => day.startsWith(String(year)))).toBe(true);
});

test("every year in a calendar is one that it takes; make-up workdays get Monday's hours", () => {
  const years = Object.keys(PUBLISHED_YEARS).flatMap((year) => publishedDays(Number(year)));
  const calendar = calendarInput.parse(withDays(officeHours, years));
  expect(calendar.days.find(({ day }) => day === "2026-02-14")?.periods).toEqual(officeHours.week[0]);
  expect(calendar.days.find(({ day }) => day === "2026-02-15")).toEqual({ day: "2026-02-15", name: "春节", periods: [] });
});

test("what officers entered for a day themselves stays", () => {
  const own = { day: "2026-10-01", name: "国庆值班", periods: [{ from: "09:00", to: "12:00" }] };
  const { days } = withDays({ ...officeHours, days: [own] }, publishedDays(2026));
  expect(days.filter(({ day }) => day === own.day)).toEqual([own]);
  expect(days).toHaveLength(39);
});

test("this year's days are missed all year, next year's from November on", () => {
  const known = withDays(officeHours, publishedDays(2026));
  expect([missingYear(officeHours, "2026-03-01"), missingYear(known, "2026-10-31"), missingYear(known, "2026-11-01")]).toEqual([
    2026,
    null,
    2027,
  ]);
});

test("days are counted from the first to the last", () => {
  expect([daysFrom("2026-01-02", "2026-01-01"), daysFrom("2026-01-01", "2026-01-01")]).toEqual([[], ["2026-01-01"]]);
  expect(daysFrom("2026-12-31", "2027-01-02")).toEqual(["2026-12-31", "2027-01-01", "2027-01-02"]);
});
