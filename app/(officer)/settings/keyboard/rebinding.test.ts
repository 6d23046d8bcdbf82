import { expect, test } from "vitest";
import { bindingsOf } from "@/app/(officer)/inbox/keyboard/commands";
import { isOwn, verdictOn, withKey } from "./rebinding";

const standing = bindingsOf({});

test("a free key is free, its own is the same, another's names its holder", () => {
  expect(verdictOn("Y", "snooze", standing)).toEqual({ kind: "free" });
  expect(verdictOn("S", "snooze", standing)).toEqual({ kind: "same" });
  expect(verdictOn("E", "snooze", standing)).toEqual({ kind: "conflict", holder: "close" });
});

test("the browser's keys are refused, and where text is typed every key that types", () => {
  expect(verdictOn("Ctrl+T", "snooze", standing)).toEqual({ kind: "fault", fault: "browser" });
  expect(verdictOn("Tab", "snooze", standing)).toEqual({ kind: "fault", fault: "moving" });
  expect(verdictOn("Y", "send", standing)).toEqual({ kind: "fault", fault: "types" });
});

test("Enter opens and does nothing else", () => {
  expect(verdictOn("Enter", "reply", standing)).toEqual({ kind: "fault", fault: "moving" });
  expect(verdictOn("Enter", "open", bindingsOf({ open: "O" }))).toEqual({ kind: "free" });
});

test("taking a key over leaves its holder without one", () => {
  const own = withKey({}, "snooze", "E", standing);
  expect(own).toEqual({ snooze: "E", close: "" });
  expect(bindingsOf(own)).toMatchObject({ snooze: "E", close: "" });
});

test("the standing key again is no choice any more, and takes itself back from whoever had it", () => {
  const own = withKey({}, "snooze", "E", standing);
  const back = withKey(own, "close", "E", bindingsOf(own));
  expect(back).toEqual({ snooze: "" });
  expect(withKey(back, "snooze", "S", bindingsOf(back))).toEqual({});
});

test("a command can have no key", () => {
  const own = withKey({}, "close", "", standing);
  expect(own).toEqual({ close: "" });
  expect(isOwn("close", bindingsOf(own))).toBe(true);
  expect(isOwn("snooze", bindingsOf(own))).toBe(false);
});
