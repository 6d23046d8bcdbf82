import { expect, test } from "vitest";
import { after, MINUTE } from "@/lib/time/rules";
import { hotCluster, isCalm, silentMinutes, wallTitle } from "./rules";

const noon = new Date("2026-11-23T04:00:00Z");
const open = {
  waiting: 0,
  dueSoon: 0,
  late: 0,
  dangers: 0,
  promisedToday: 0,
  oldestSince: null,
  nextOwedAt: null,
  lateOwedAt: null,
  latePromise: false,
  lateAnswer: false,
};

test("it is calm when nobody waits, is owed anything or is in danger; a promise for later breaks no calm", () => {
  expect(isCalm({ open: { ...open, promisedToday: 3 } })).toBe(true);
  for (const one of ["waiting", "dueSoon", "late", "dangers"]) expect(isCalm({ open: { ...open, [one]: 1 } })).toBe(false);
});

test("a matter is hot by its size or by its pace", () => {
  expect(hotCluster({ people: 5, newcomers: 0 })).toBe(true);
  expect(hotCluster({ people: 3, newcomers: 3 })).toBe(true);
  expect(hotCluster({ people: 4, newcomers: 2 })).toBe(false);
});

test("a title is place and matter, without what may be somebody's number", () => {
  expect(wallTitle({ place: "三号路", matter: "停水" })).toBe("三号路 · 停水");
  expect(wallTitle({ place: "3号楼2016年", matter: "停水" })).toBe("3号楼2016年 · 停水");
  expect(wallTitle({ place: "三号路", matter: "１３８－００００ 1111" })).toBe("三号路");
  expect(wallTitle({ place: "", matter: "12345" })).toBeNull();
  expect(wallTitle({ place: "", matter: "" })).toBeNull();
});

test("a silence is told once six would have written, never before three minutes, never where nobody writes", () => {
  const silent = (minutes: number, usualPerHour: number) =>
    silentMinutes({ lastMessageAt: after(noon, -minutes * MINUTE), usualPerHour }, noon);
  expect(silent(3, 240)).toBe(3);
  expect(silent(2, 240)).toBeNull();
  expect(silent(35, 10)).toBeNull();
  expect(silent(36, 10)).toBe(36);
  expect(silent(600, 0)).toBeNull();
  expect(silentMinutes({ lastMessageAt: null, usualPerHour: 1 }, noon)).toBe(Number.POSITIVE_INFINITY);
});
