import { expect, test } from "vitest";
import { closedWindows, openEventWindow, openMessageWindow, spendWindow } from "./windows";

const NOW = Date.parse("2024-11-22T08:00:00+08:00");
const HOUR = 3600_000;

test("nothing may be sent before the resident acts", () => {
  expect(spendWindow(closedWindows(), NOW)).toBe(45015);
});

test("a message opens five for forty-eight hours", () => {
  const windows = closedWindows();
  openMessageWindow(windows, NOW);
  for (let sent = 0; sent < 5; sent += 1) expect(spendWindow(windows, NOW + HOUR)).toBe(0);
  expect(spendWindow(windows, NOW + HOUR)).toBe(45047);
  expect(spendWindow(windows, NOW + 48 * HOUR)).toBe(45015);
});

test("the next message sets count and span anew", () => {
  const windows = closedWindows();
  openMessageWindow(windows, NOW);
  spendWindow(windows, NOW);
  openMessageWindow(windows, NOW + HOUR);
  expect(windows.message).toEqual({ remaining: 5, closesAt: NOW + 49 * HOUR });
});

test("an event opens three for a minute, kept apart and taken first", () => {
  const windows = closedWindows();
  openMessageWindow(windows, NOW, 4);
  openEventWindow(windows, NOW);
  for (let sent = 0; sent < 4; sent += 1) expect(spendWindow(windows, NOW)).toBe(0);
  expect(spendWindow(windows, NOW)).toBe(45047);
  expect(windows.message?.remaining).toBe(0);
});

test("an event's minute ends", () => {
  const windows = closedWindows();
  openEventWindow(windows, NOW);
  expect(spendWindow(windows, NOW + 59_999)).toBe(0);
  expect(spendWindow(windows, NOW + 60_000)).toBe(45015);
});
