import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { PushRefused } from "./push-refused";

const BLOCK_BYTES = 32;
const CIPHER_BLOCK_BYTES = 16;
const RANDOM_BYTES = 16;
const HEADER_BYTES = RANDOM_BYTES + 4;

/**
 * The 32-byte key behind the console's 43-character EncodingAESKey. Protocol 1.5: the last
 * character carries two unused bits, so a key that is not canonical base64 is legal.
 * Throws `PushRefused("badEncodingAesKey")`.
 */
export function aesKeyFrom(encodingAesKey: string): Buffer {
  const key = /^[A-Za-z0-9+/]{43}=?$/.test(encodingAesKey) ? Buffer.from(encodingAesKey, "base64") : null;
  if (key?.length !== BLOCK_BYTES) throw new PushRefused("badEncodingAesKey", "not 43 base64 characters");
  return key;
}

/**
 * Base64 of AES-256-CBC over random(16) ‖ byte length(4, big-endian) ‖ message ‖ app id, padded to
 * blocks of 32. Protocol 1.5. `random` is given by tests only.
 */
export function encrypt(input: { message: string; appId: string; key: Buffer; random?: Buffer }): string {
  const random = input.random ?? randomBytes(RANDOM_BYTES);
  if (random.length !== RANDOM_BYTES) throw new RangeError("random must be 16 bytes");

  const message = Buffer.from(input.message, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const padded = pad(Buffer.concat([random, length, message, Buffer.from(input.appId, "utf8")]));

  const cipher = createCipheriv("aes-256-cbc", input.key, input.key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
}

/**
 * The message inside an `Encrypt` text whose signature was verified before (protocol 1.5).
 * Throws `PushRefused`: `malformed`, or `wrongAppId` when it was sealed for another account.
 */
export function decrypt(input: { encrypted: string; appId: string; key: Buffer }): string {
  const decipher = createDecipheriv("aes-256-cbc", input.key, input.key.subarray(0, 16)).setAutoPadding(false);
  const bytes = cipherBytes(input.encrypted);
  const plain = unpad(Buffer.concat([decipher.update(bytes), decipher.final()]));
  if (plain.length < HEADER_BYTES) throw new PushRefused("malformed", "decrypted text is too short");

  const end = HEADER_BYTES + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length) throw new PushRefused("malformed", "stated length exceeds the decrypted text");
  if (!plain.subarray(end).equals(Buffer.from(input.appId, "utf8"))) {
    throw new PushRefused("wrongAppId", "sealed for another app id");
  }
  return utf8(plain.subarray(HEADER_BYTES, end));
}

function pad(bytes: Buffer): Buffer {
  const count = BLOCK_BYTES - (bytes.length % BLOCK_BYTES);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
}

function unpad(bytes: Buffer): Buffer {
  const count = bytes.at(-1) ?? 0;
  const start = bytes.length - count;
  const valid = count >= 1 && count <= BLOCK_BYTES && start >= 0;
  if (!valid || bytes.subarray(start).some((byte) => byte !== count)) {
    throw new PushRefused("malformed", "bad padding");
  }
  return bytes.subarray(0, start);
}

function cipherBytes(encrypted: string): Buffer {
  const isBase64 = encrypted.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(encrypted);
  const bytes = Buffer.from(isBase64 ? encrypted : "", "base64");
  if (bytes.length === 0 || bytes.length % CIPHER_BLOCK_BYTES !== 0) {
    throw new PushRefused("malformed", "Encrypt is not base64 of whole blocks");
  }
  return bytes;
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PushRefused("malformed", "decrypted text is not UTF-8");
  }
}
