import { expect, test } from "vitest";
import { preferencesInput, readPreferences, withChange } from "./preferences";

const defaults = readPreferences(null);

test("nothing stored, or no object: the defaults", () => {
  expect(defaults.shortcuts).toEqual({ on: true, bindings: {} });
  expect(defaults.enterSends).toBe(false);
  for (const broken of [undefined, "on", 7, [], {}]) expect(readPreferences(broken)).toEqual(defaults);
});

test("a broken section is the default, the others are kept; unknown keys are dropped", () => {
  const stored = { shortcuts: { on: "no" }, enterSends: true, volume: 3, theme: "dark", notify: { ...defaults.notify, calls: {} } };
  expect(readPreferences(stored)).toEqual({ ...defaults, enterSends: true });
});

test("a section is replaced as a whole, the others stay", () => {
  const own = withChange(defaults, { shortcuts: { on: true, bindings: { next: "N" } } });
  expect(own).toEqual({ ...defaults, shortcuts: { on: true, bindings: { next: "N" } } });
  expect(withChange(own, { shortcuts: { on: true, bindings: {} }, volume: 0 })).toEqual({ ...defaults, volume: 0 });
});

test.each([
  [{ volume: 2 }],
  [{ enterSends: "yes" }],
  [{ shortcuts: { on: true } }],
  [{ shortcuts: { on: true, bindings: { "no such name": "J" } } }],
  [{ shortcuts: { on: true, bindings: { next: "J".repeat(41) } } }],
  [{ shortcuts: { on: true, bindings: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`c${index}`, "J"])) } }],
])("is refused: %o", (change) => {
  expect(preferencesInput.safeParse(change).success).toBe(false);
});
