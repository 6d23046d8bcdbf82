import { expect, test } from "vitest";
import { keepUnsaved, loadUnsaved, unsavedKey } from "./unsaved";
import { writtenOf } from "./written";

const like = writtenOf(null, "Asia/Shanghai", new Date("2026-11-23T01:00:00Z"));

/** As a browser's sessionStorage keeps strings. */
function strings() {
  const kept = new Map<string, string>();
  const setItem = (key: string, value: string) => void kept.set(key, value);
  return { getItem: (key: string) => kept.get(key) ?? null, setItem, removeItem: (key: string) => void kept.delete(key) };
}

test("what is not saved is its officer's and its answer's, until there is nothing to keep", () => {
  const storage = strings();
  const unsaved = { written: { ...like, text: "晴" }, seen: { version: 2, isPublished: true, written: like } };
  const [key, others] = [unsavedKey("lin", "a"), [unsavedKey("zhao", "a"), unsavedKey("lin", "b")]];
  keepUnsaved(() => storage, key, unsaved);
  expect(loadUnsaved(() => storage, key, like)).toEqual(unsaved);
  expect(others.map((other) => loadUnsaved(() => storage, other, like))).toEqual([null, null]);
  keepUnsaved(() => storage, key, null);
  expect(loadUnsaved(() => storage, key, like)).toBeNull();
});

test("what another form kept, what is broken and a storage that is switched off are nothing", () => {
  const storage = strings();
  const off = () => {
    throw new Error("switched off");
  };
  for (const kept of [
    "{",
    "null",
    JSON.stringify({ written: { ...like, rules: "晴" }, seen: null }),
    JSON.stringify({ written: { text: "晴" } }),
  ]) {
    storage.setItem("a", kept);
    expect(loadUnsaved(() => storage, "a", like)).toBeNull();
  }
  expect(loadUnsaved(off, "a", like)).toBeNull();
  expect(() => keepUnsaved(off, "a", null)).not.toThrow();
});
