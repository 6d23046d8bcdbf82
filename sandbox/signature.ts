import { createHash, timingSafeEqual } from "node:crypto";

/**
 * WeChat's signature: the parts sorted by byte order, joined without a separator, SHA-1 in
 * lower-case hex. Three parts (token, timestamp, nonce) sign a request; a fourth, the `Encrypt`
 * text, signs an encrypted body.
 */
export function sign(...parts: string[]): string {
  const sorted = parts.map((part) => Buffer.from(part)).sort(Buffer.compare);
  return createHash("sha1").update(Buffer.concat(sorted)).digest("hex");
}

/** Whether `given` is the signature of the parts, compared in constant time. */
export function isSignatureOf(given: string, ...parts: string[]): boolean {
  const expected = Buffer.from(sign(...parts));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
