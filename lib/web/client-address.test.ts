import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const from = (forwarded: unknown) => clientAddress({ "x-forwarded-for": forwarded });

test("what the nearest gateway saw counts, not what the client says of itself", () => {
  expect(from("10.0.0.9")).toBe("10.0.0.9");
  expect(from("198.51.100.7, 203.0.113.5 , 10.0.0.9 ")).toBe("10.0.0.9");
});

test("one address has one spelling", () => {
  expect(from("::ffff:10.0.0.9")).toBe("10.0.0.9");
  expect(from("2001:DB8::1")).toBe("2001:db8::1");
});

test.each([[undefined], [""], ["unknown"], ["10.0.0.9, "], ["10.0.0.9:4711"], [["10.0.0.9"]]])("nothing to go by in %j", (forwarded) => {
  expect(from(forwarded)).toBe("");
});

test("a request without headers has none either", () => {
  expect(clientAddress(undefined)).toBe("");
});
