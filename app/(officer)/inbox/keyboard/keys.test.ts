import { expect, test } from "vitest";
import { capsOf, faultOf, keyOf, typesText } from "./keys";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}, code = "") =>
  keyOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test("a letter has one name, whatever the state of Caps Lock; Shift with it is another key", () => {
  expect(press("j")).toBe("J");
  expect(press("J")).toBe("J");
  expect(press("J", { shiftKey: true })).toBe("Shift+J");
});

test("Shift belongs to a sign, not to its name", () => {
  expect(press("?", { shiftKey: true })).toBe("?");
  expect(press("/")).toBe("/");
  expect(press("Enter", { shiftKey: true })).toBe("Shift+Enter");
});

test.each([
  ["？", "?"],
  ["；", ";"],
  ["／", "/"],
  ["、", "/"],
  ["。", "."],
  ["ｊ", "J"],
  ["Ｊ", "J"],
  ["１", "1"],
  ["　", "Space"],
])("%s of a Chinese layout is %s", (typed, key) => {
  expect(press(typed)).toBe(key);
});

test("what is held down comes first, in one order; Cmd counts as Ctrl", () => {
  expect(press("k", { ctrlKey: true })).toBe("Ctrl+K");
  expect(press("k", { metaKey: true })).toBe("Ctrl+K");
  expect(press("Enter", { ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+Enter");
  expect(press("∆", { altKey: true }, "KeyJ")).toBe("Alt+J");
});

test.each(["Control", "Shift", "Process", "Dead", "Unidentified"])("%s alone is no key", (key) => {
  expect(press(key)).toBeNull();
});

test("what types a character is told from what does not", () => {
  for (const key of ["J", "Shift+J", ";", "Enter"]) expect(typesText(key), key).toBe(true);
  for (const key of ["Ctrl+K", "Alt+J", "F2"]) expect(typesText(key), key).toBe(false);
});

test("caps as they stand on the keyboard", () => {
  expect(capsOf("Ctrl+Shift+Enter")).toEqual(["Ctrl", "Shift", "↵"]);
  expect(capsOf("+")).toEqual(["+"]);
  expect(capsOf("Ctrl++")).toEqual(["Ctrl", "+"]);
});

test("the browser's keys, and those one moves by, are not to be had", () => {
  for (const key of ["Ctrl+T", "Ctrl+W", "Ctrl+Shift+N", "F5", "Alt+ArrowLeft"]) expect(faultOf(key, false), key).toBe("browser");
  for (const key of ["Tab", "Shift+Tab", "Escape", "Space", "ArrowDown", "Enter"]) expect(faultOf(key, false), key).toBe("moving");
  for (const key of ["J", "Shift+J", "Ctrl+K", "Alt+J", "F2", "Ctrl+Enter", "?"]) expect(faultOf(key, false), key).toBeNull();
});

test("where text is typed a key must be none that types", () => {
  expect(faultOf("Y", true)).toBe("types");
  expect(faultOf("Alt+Y", true)).toBeNull();
  expect(faultOf("Shift+Enter", true)).toBe("moving");
});
