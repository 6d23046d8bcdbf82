import { createHash, timingSafeEqual } from "node:crypto";

/** SHA-1 of the parts, sorted by their UTF-8 bytes and joined without separator, in lower-case hex. Protocol 1.2, 1.3. */
export function signatureOf(...parts: string[]): string {
  const sorted = parts.map((part) => Buffer.from(part, "utf8")).sort(Buffer.compare);
  return createHash("sha1").update(Buffer.concat(sorted)).digest("hex");
}

/** Compares texts of any lengths in a time that does not depend on where they differ. */
export function sameSignature(expected: string, received: string): boolean {
  return timingSafeEqual(fingerprint(expected), fingerprint(received));
}

function fingerprint(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
