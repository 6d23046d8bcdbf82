import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const BLOCK = 32;
const HEADER = 20;

/**
 * The 32-byte key behind a 43-character EncodingAESKey. The last character carries two unused
 * bits, so non-canonical endings are legal.
 * @throws when it does not decode to 32 bytes
 */
export function decodeAesKey(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, "base64");
  if (encodingAesKey.length !== 43 || key.length !== 32) throw new Error("not an EncodingAESKey");
  return key;
}

/**
 * AES-256-CBC over `random(16) ‖ length(4, big-endian) ‖ message ‖ appId`, PKCS#7 to blocks of 32
 * bytes, in base64. `random` is given by tests only.
 */
export function encrypt(encodingAesKey: string, message: string, appId: string, random = randomBytes(16)): string {
  const key = decodeAesKey(encodingAesKey);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const padded = pad(Buffer.concat([random, length, body, Buffer.from(appId)]));
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
}

/**
 * The message inside an `Encrypt` text, and the appid that follows it.
 * @throws when the text is not a whole package made with this key
 */
export function decrypt(encodingAesKey: string, encrypted: string) {
  const key = decodeAesKey(encodingAesKey);
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, "base64"), decipher.final()]);
  const plain = unpad(padded);
  if (plain.length < HEADER) throw new Error("package too short");

  const end = HEADER + plain.readUInt32BE(16);
  if (end > plain.length) throw new Error("length does not fit the package");
  return {
    random: plain.subarray(0, 16),
    message: plain.subarray(HEADER, end).toString(),
    appId: plain.subarray(end).toString(),
  };
}

function pad(plain: Buffer): Buffer {
  const count = BLOCK - (plain.length % BLOCK);
  return Buffer.concat([plain, Buffer.alloc(count, count)]);
}

function unpad(padded: Buffer): Buffer {
  const count = padded.at(-1) ?? 0;
  if (count < 1 || count > BLOCK || count > padded.length) throw new Error("bad padding");
  return padded.subarray(0, padded.length - count);
}
