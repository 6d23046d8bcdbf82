import { expect, test } from "vitest";
import { readHandshake } from "./handshake";
import { account, b5, official } from "./testing/vectors";

const a1 = {
  signature: "f464b24fc39322e44b38aa78f5edd27bd1441696",
  timestamp: "1714036504",
  nonce: "1514711492",
  echostr: "4375120948345356249",
};
const badSignature = expect.objectContaining({
  code: "badSignature",
  httpStatus: 401,
});

test("a plain echostr comes back as it is (A1), whatever the mode", () => {
  const query = new URLSearchParams(a1);
  expect(readHandshake({ query, account: official })).toBe(a1.echostr);
  query.set("encrypt_type", "aes");
  expect(readHandshake({ query, account: { ...official, encodingAesKey: null } })).toBe(a1.echostr);
});

test("an encrypted echostr comes back decrypted (B5)", () => {
  const query = new URLSearchParams({
    encrypt_type: "aes",
    msg_signature: b5.signature,
    timestamp: b5.timestamp,
    nonce: b5.nonce,
    echostr: b5.encrypted,
  });
  expect(readHandshake({ query, account })).toBe(b5.message);
  query.set("echostr", b5.encrypted.replace("Q", "R"));
  expect(() => readHandshake({ query, account })).toThrow(badSignature);
  query.delete("echostr");
  expect(() => readHandshake({ query, account })).toThrow(badSignature);
});

test("an altered query is refused", () => {
  for (const name of ["signature", "timestamp", "nonce"]) {
    const query = new URLSearchParams({ ...a1, [name]: "1" });
    expect(() => readHandshake({ query, account: official })).toThrow(badSignature);
  }
});
