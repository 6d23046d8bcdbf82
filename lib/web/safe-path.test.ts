import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each(["/inbox", "/inbox/018f?view=mine#last", "/", "/a//b"])("%s stays", (address) => {
  expect(safePath(address)).toBe(address);
});

const elsewhere = [
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/./\\evil.example",
  "javascript:alert(1)",
  "inbox",
  "",
  null,
  undefined,
];
test.each([...elsewhere, "/.//evil.example", "/x/..//evil.example", "/%2e//evil.example"])("%j leads to the inbox instead", (address) => {
  expect(safePath(address)).toBe("/inbox");
});
