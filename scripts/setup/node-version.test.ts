import { expect, test } from "vitest";
import { checkNodeVersion } from "./node-version.mjs";

test.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("Node %s will do", (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

test.each(["18.20.0", "20.18.3", "16.0.0"])("Node %s is refused in one line", (version) => {
  expect(() => checkNodeVersion(version)).toThrow(/^[^\n]*20\.19[^\n]*$/);
});
