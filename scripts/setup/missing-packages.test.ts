import { expect, test } from "vitest";
import { missingPackages } from "./missing-packages.mjs";

const platform = { os: "linux", cpu: "x64", libc: "glibc" };
const wanted = {
  "": {},
  "node_modules/app": { version: "1.0.0" },
  "node_modules/tester": { version: "2.0.0", dev: true },
  "node_modules/binary-linux": { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"], libc: ["glibc"] },
  "node_modules/binary-musl": { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"], libc: ["musl"] },
  "node_modules/binary-mac": { version: "1.0.0", optional: true, os: ["darwin"], cpu: ["arm64"] },
  "node_modules/not-windows": { version: "1.0.0", os: ["!win32"] },
  "node_modules/runtime-of-another-binary": { version: "1.0.0", optional: true },
};
const forRunning: Record<string, { version: string }> = {
  "node_modules/app": { version: "1.0.0" },
  "node_modules/binary-linux": { version: "1.0.0" },
  "node_modules/not-windows": { version: "1.0.0" },
};
const missing = (installed: Record<string, { version: string }>, development = false, exists = (_path: string) => true) =>
  missingPackages({ wanted, installed, development, exists, platform });

test("what this platform needs to run is enough to run", () => {
  expect(missing(forRunning)).toEqual([]);
});

test("tests need the development packages too", () => {
  expect(missing(forRunning, true)).toEqual(["node_modules/tester"]);
});

test("nothing is installed after an interrupted installation, which leaves no record", () => {
  expect(missing({})).toEqual(Object.keys(forRunning));
});

test("another version counts as missing", () => {
  expect(missing({ ...forRunning, "node_modules/app": { version: "0.9.0" } })).toEqual(["node_modules/app"]);
});

test("a package whose folder is gone counts as missing", () => {
  expect(missing(forRunning, false, (path) => path !== "node_modules/app")).toEqual(["node_modules/app"]);
});

test("node_modules brought from another platform lack this one's binary", () => {
  const { "node_modules/binary-linux": _binary, ...others } = forRunning;
  expect(missing({ ...others, "node_modules/binary-mac": { version: "1.0.0" } })).toEqual(["node_modules/binary-linux"]);
});
