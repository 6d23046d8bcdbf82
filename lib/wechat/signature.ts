import { hash, timingSafeEqual } from "node:crypto";

/** SHA-1 of the parts, sorted by their UTF-8 bytes and joined without separator, in lower-case hex. Protocol 1.2, 1.3. */
export function signatureOf(...parts: string[]): string {
  const sorted = parts.map((part) => Buffer.from(part, "utf8")).sort(Buffer.compare);
  return hash("sha1", Buffer.concat(sorted), "hex");
}

/** Compares texts in a time that does not depend on where they differ; how long a signature is, everybody knows. */
export function sameSignature(expected: string, received: string): boolean {
  const [one, other] = [Buffer.from(expected, "utf8"), Buffer.from(received, "utf8")];
  return one.length === other.length && timingSafeEqual(one, other);
}
