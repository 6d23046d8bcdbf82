import { expect, test } from "vitest";
import { isFromElsewhere } from "./same-origin";

const OWN = "https://desk.example";

test.each<[string, string, Record<string, string>, boolean]>([
  ["a read from anywhere", "GET", { "sec-fetch-site": "cross-site" }, false],
  ["a page of ours", "POST", { "sec-fetch-site": "same-origin", origin: OWN }, false],
  ["a person's own doing", "POST", { "sec-fetch-site": "none" }, false],
  ["another site", "POST", { "sec-fetch-site": "cross-site", origin: OWN }, true],
  ["a neighbour under the same domain", "DELETE", { "sec-fetch-site": "same-site", origin: "https://evil.example" }, true],
  ["an old browser's page of ours", "POST", { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }, false],
  ["one behind a gateway that renames the host", "POST", { origin: OWN, host: "web:3000" }, false],
  ["an old browser's page of another site", "PUT", { origin: "https://evil.example", host: "desk.example" }, true],
  ["a page without an origin", "POST", { origin: "null", host: "desk.example" }, true],
  ["a program", "POST", { host: "desk.example" }, false],
])("%s", (_, method, headers, expected) => {
  expect(isFromElsewhere(method, new Headers(headers), OWN)).toBe(expected);
});
