import { expect, test } from "vitest";
import { sameSignature, signatureOf } from "./signature";
import { a3, a4, account, b2, b3, b5, official } from "./testing/vectors";

test("the published signatures come out, in any order of the parts (A1–A4, B1–B3, B5)", () => {
  expect(signatureOf("AAAAA", "1714036504", "1514711492")).toBe("f464b24fc39322e44b38aa78f5edd27bd1441696");
  expect(signatureOf("486452656", "AAAAA", "1714037059")).toBe("899cf89e464efb63f54ddac96b0a0a235f53aa78");
  expect(signatureOf(account.token, "1700000000", "1234567890")).toBe("20c56ca6f0d4635126e1fee439bb5243d8376403");
  for (const vector of [a3, a4]) {
    expect(signatureOf(vector.encrypted, official.token, vector.timestamp, vector.nonce)).toBe(vector.signature);
  }
  for (const vector of [b2, b3, b5]) {
    expect(signatureOf(account.token, String(vector.timestamp), vector.nonce, vector.encrypted)).toBe(vector.signature);
  }
});

test("parts are sorted by bytes, not by UTF-16 units", () => {
  const sortedByBytes = signatureOf("\uFF5E\u{1F600}");
  expect(signatureOf("\u{1F600}", "\uFF5E")).toBe(sortedByBytes);
});

test("signatures are the same only letter by letter", () => {
  expect(sameSignature("abc", "abc")).toBe(true);
  expect(sameSignature("", "")).toBe(true);
  for (const other of ["", "ab", "abd", "ABC", "abc ", "abcabc", "é"]) expect(sameSignature("abc", other)).toBe(false);
});
