import { createCipheriv } from "node:crypto";
import { decrypt as foreignDecrypt, encrypt as foreignEncrypt } from "@wecom/crypto";
import { expect, test } from "vitest";
import { aesKeyFrom, decrypt, encrypt } from "./encryption";
import { a3, a4, account, b2, b3, b4, b5, official } from "./testing/vectors";

const key = aesKeyFrom(account.encodingAesKey);
const appId = account.appId;

test("the published vectors are made and read byte by byte (A3, A4, B2–B5)", () => {
  const sealed = [
    { ...a3, key: aesKeyFrom(official.encodingAesKey), appId: official.appId },
    { ...a4, key: aesKeyFrom(official.encodingAesKey), appId: official.appId },
    { ...b2, key, appId },
    { ...b3, key, appId },
    { ...b4, key },
    { ...b5, key, appId },
  ];
  for (const vector of sealed) {
    expect(encrypt({ ...vector, random: Buffer.from(vector.random) })).toBe(vector.encrypted);
    expect(decrypt(vector)).toBe(vector.message);
  }
});

test("an EncodingAESKey is 43 base64 characters, canonical or not", () => {
  expect(key.toString("hex")).toBe("69b71d79f8218a39259a7a29aabb2dbafc31cb3d35db7e39ebbf3d0010831051");
  expect(aesKeyFrom(`${account.encodingAesKey}=`)).toEqual(key);
  for (const bad of ["", "A".repeat(42), "A".repeat(44), `${"A".repeat(42)}!`, `${"A".repeat(43)}\n`]) {
    expect(() => aesKeyFrom(bad)).toThrow(expect.objectContaining({ code: "badEncodingAesKey", httpStatus: 503 }));
  }
});

test("every length round-trips, here and through @wecom/crypto in both directions", () => {
  for (let length = 0; length <= 200; length += 1) {
    const message = "问".repeat(Math.floor(length / 3)) + "x".repeat(length % 3);
    const ours = encrypt({ message, appId, key });
    expect(Buffer.from(ours, "base64").length % 32).toBe(0);
    expect(decrypt({ encrypted: ours, appId, key })).toBe(message);
    expect(foreignDecrypt(account.encodingAesKey, ours)).toMatchObject({
      message,
      id: appId,
    });
    expect(
      decrypt({
        encrypted: foreignEncrypt(account.encodingAesKey, message, appId),
        appId,
        key,
      }),
    ).toBe(message);
  }
});

test("the 16 leading bytes differ from seal to seal, and are 16", () => {
  expect(encrypt({ message: "同", appId, key })).not.toBe(encrypt({ message: "同", appId, key }));
  expect(() => encrypt({ message: "同", appId, key, random: Buffer.alloc(15) })).toThrow(RangeError);
});

test("a byte-order mark at the start of the message stays", () => {
  const message = "\uFEFF<xml/>";
  expect(decrypt({ encrypted: encrypt({ message, appId, key }), appId, key })).toBe(message);
});

test("a message for another app id is refused, also when the id only begins or ends alike", () => {
  for (const other of ["wx0000000000000000", `${appId}x`, `x${appId}`, appId.slice(1), ""]) {
    const encrypted = encrypt({ message: "m", appId: other, key });
    expect(() => decrypt({ encrypted, appId, key })).toThrow(expect.objectContaining({ code: "wrongAppId", httpStatus: 403 }));
  }
});

test("what is not base64 of whole blocks is refused", () => {
  const good = encrypt({ message: "m", appId, key });
  for (const encrypted of ["", "=", "AAAA", `${good}A`, ` ${good}`, `${good.slice(0, 8)}-_${good.slice(10)}`, good.slice(4), "中文"]) {
    expect(() => decrypt({ encrypted, appId, key })).toThrow(malformed);
  }
});

test("bad padding, a length beyond the end, too few bytes and foreign encodings are refused", () => {
  const id = Buffer.from(appId);
  const whole = (count: number) => Buffer.concat([Buffer.alloc(16), uint32(count), Buffer.alloc(10, "m"), id]);
  const padding = 32 - (whole(10).length % 32);
  const refused = [
    Buffer.concat([whole(10), Buffer.alloc(padding, 0)]),
    Buffer.concat([whole(10), Buffer.alloc(padding, 33)]),
    Buffer.concat([whole(10), Buffer.alloc(padding - 1, 1), Buffer.from([padding])]),
    Buffer.concat([whole(2 ** 32 - 1), Buffer.alloc(padding, padding)]),
    Buffer.concat([whole(29), Buffer.alloc(padding, padding)]),
    Buffer.alloc(32, 32),
    Buffer.alloc(16, 32),
    Buffer.concat([Buffer.alloc(16), uint32(2), Buffer.from([0xc3, 0x28]), id, Buffer.alloc(24, 24)]),
  ];
  expect(
    decrypt({
      encrypted: sealed(Buffer.concat([whole(10), Buffer.alloc(padding, padding)])),
      appId,
      key,
    }),
  ).toBe("m".repeat(10));
  for (const plain of refused) expect(() => decrypt({ encrypted: sealed(plain), appId, key })).toThrow(malformed);
});

const malformed = expect.objectContaining({
  code: "malformed",
  httpStatus: 400,
});

function sealed(plain: Buffer): string {
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString("base64");
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
