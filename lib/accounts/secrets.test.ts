import { expect, test } from "vitest";
import { seal, unseal } from "./secrets";

test("a secret comes back as it was, and is sealed differently each time", () => {
  const secret = "秘密 secret 🔑";
  expect(unseal(seal(secret))).toBe(secret);
  expect(seal(secret)).not.toBe(seal(secret));
});

test("one that was changed, or sealed under another key, is refused", () => {
  const bytes = Buffer.from(seal("secret"), "base64");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => unseal(bytes.toString("base64"))).toThrow("AUTH_SECRET");
});
