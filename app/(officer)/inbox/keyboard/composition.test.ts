import { expect, test } from "vitest";
import { CompositionGuard } from "./composition";

const enter = (timeStamp: number, more: Partial<{ isComposing: boolean; keyCode: number }> = {}) => ({
  isComposing: false,
  keyCode: 13,
  timeStamp,
  ...more,
});

test("a plain key is a command", () => {
  expect(new CompositionGuard().blocks(enter(0))).toBe(false);
});

test("keydown before compositionend: the key belongs to the input method", () => {
  const guard = new CompositionGuard();
  guard.start();
  expect(guard.blocks(enter(1_000, { isComposing: true, keyCode: 229 }))).toBe(true);
  guard.end(1_001);
  expect(guard.blocks(enter(1_400))).toBe(false);
});

test("compositionend before keydown: the same key arrives once more and is still the input method's", () => {
  const guard = new CompositionGuard();
  guard.start();
  guard.end(1_000);
  expect(guard.blocks(enter(1_000.4))).toBe(true);
});

test("a keydown stamped before the compositionend that it caused is the input method's", () => {
  const guard = new CompositionGuard();
  guard.start();
  guard.end(1_000);
  expect(guard.blocks(enter(998))).toBe(true);
});

test.each([{ isComposing: true }, { keyCode: 229 }])("either sign of a composition is enough: %o", (sign) => {
  expect(new CompositionGuard().blocks(enter(5_000, sign))).toBe(true);
});

test("while composing, a key without any sign is blocked too", () => {
  const guard = new CompositionGuard();
  guard.start();
  expect(guard.blocks(enter(5_000))).toBe(true);
});

test("a second composition is guarded like the first", () => {
  const guard = new CompositionGuard();
  guard.start();
  guard.end(1_000);
  guard.start();
  expect(guard.blocks(enter(9_000))).toBe(true);
  guard.end(9_010);
  expect(guard.blocks(enter(9_030))).toBe(true);
  expect(guard.blocks(enter(9_061))).toBe(false);
});
