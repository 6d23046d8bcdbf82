import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { MINUTE } from "@/lib/time/rules";
import type { MediaPart } from "./media-response";

/** A file for one officer. */
type Asked = { id: string; part: MediaPart; officerId: string };

/** Long enough to look at a video, too short to be passed on. */
const MINUTES = 10;
const key = Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "jida", "media addresses", 32));

/** The address at which one officer finds a file for the next minutes. It is of no use to anybody else, nor without a session. */
export function mediaAddress(asked: Asked, at: Date): string {
  const until = at.getTime() + MINUTES * MINUTE;
  return `/api/media/${asked.id}/${asked.part}?until=${until}&signature=${signatureOf(asked, until)}`;
}

/** Whether an address was made for this officer and this file, and still counts. */
export function isSigned(asked: Asked, { until, signature }: { until: number; signature: string }, at: Date): boolean {
  const [given, own] = [Buffer.from(signature), Buffer.from(signatureOf(asked, until))];
  return until > at.getTime() && given.length === own.length && timingSafeEqual(given, own);
}

function signatureOf({ id, part, officerId }: Asked, until: number): string {
  return createHmac("sha256", key).update(`${id} ${part} ${officerId} ${until}`).digest("base64url");
}
