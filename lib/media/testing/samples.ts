import { readFileSync } from "node:fs";
import path from "node:path";

const sample = (name: string) => readFileSync(path.join(import.meta.dirname, "../../../sandbox/samples", name));

/** What residents send: 1200 by 900, six seconds, three seconds. */
export const PHOTO = sample("photo.jpg");
export const VOICE = sample("voice.amr");
export const VIDEO = sample("video.mp4");
/** A page that is run where somebody takes it for one. */
export const PAGE = Buffer.from("<html><script>alert(1)</script></html>");
/** The beginning of a picture, and a page. */
export const PAGE_AS_PICTURE = Buffer.concat([PHOTO.subarray(0, 400), PAGE]);
/** A whole picture, and a page behind its end. */
export const PICTURE_AND_PAGE = Buffer.concat([PHOTO, PAGE]);
