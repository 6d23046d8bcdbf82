import sharp from "sharp";
import { expect, test } from "vitest";
import { type ContentKind, contentOf } from "./content";
import { PAGE, PAGE_AS_PICTURE, PHOTO, PICTURE_AND_PAGE, VIDEO, VOICE } from "./testing/samples";

const as = (format: "png" | "gif" | "webp") => sharp(PHOTO).resize(40).toFormat(format).toBuffer();
const progressive = () => sharp(PHOTO).resize(200).jpeg({ progressive: true }).toBuffer();
/** Two frames of 23.85 kbit/s, and one in which nothing is said. */
const wide = Buffer.concat([
  Buffer.from("#!AMR-WB\n"),
  ...[61, 61].map((size) => Buffer.alloc(size, 0).fill(0x44, 0, 1)),
  Buffer.from([0x7c]),
]);
const speex = (count: number) => Buffer.concat(Array.from({ length: count }, () => Buffer.alloc(71, 0x9d).fill(70, 0, 1)));
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const behind = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("PK\u0003\u0004 something else")]);

test.each<[string, ContentKind, () => Buffer | Promise<Buffer>, object | null]>([
  ["a photo", "image", () => PHOTO, { contentType: "image/jpeg", milliseconds: null, isWhole: true }],
  ["one in several scans", "image", progressive, { contentType: "image/jpeg", isWhole: true }],
  ["a PNG", "image", () => as("png"), { contentType: "image/png", isWhole: true }],
  ["a GIF", "image", () => as("gif"), { contentType: "image/gif", isWhole: true }],
  ["a WebP", "image", () => as("webp"), { contentType: "image/webp", isWhole: true }],
  ["a voice message", "voice", () => VOICE, { contentType: "audio/amr", milliseconds: 6_020, isWhole: true }],
  ["one in broad sound", "voice", () => wide, { contentType: "audio/amr-wb", milliseconds: 60, isWhole: true }],
  [
    "one in WeChat's Speex",
    "voice",
    () => speex(50),
    { contentType: "audio/x-speex-with-header-byte", milliseconds: 1_000, isWhole: true },
  ],
  ["half a frame of Speex", "voice", () => speex(50).subarray(0, 100), null],
  ["Speex, and an archive", "voice", () => behind(speex(50)), null],
  ["a page for a voice message", "voice", () => PAGE, null],
  ["Speex for a picture", "image", () => speex(50), null],
  ["a video", "video", () => VIDEO, { contentType: "video/mp4", milliseconds: 3_000, isWhole: true }],
  ["a photo and a page", "image", () => PICTURE_AND_PAGE, { contentType: "image/jpeg", isWhole: false }],
  ["a PNG and an archive", "image", async () => behind(await as("png")), { contentType: "image/png", isWhole: false }],
  ["a GIF and an archive", "image", async () => behind(await as("gif")), { contentType: "image/gif", isWhole: false }],
  ["a WebP and an archive", "image", async () => behind(await as("webp")), { contentType: "image/webp", isWhole: false }],
  ["a voice message and an archive", "voice", () => behind(VOICE), { isWhole: false }],
  ["a video and an archive", "video", () => behind(VIDEO), null],
  ["half a photo", "image", () => PHOTO.subarray(0, PHOTO.length / 2), null],
  ["the beginning of a photo, and a page", "image", () => PAGE_AS_PICTURE, null],
  ["half a video", "video", () => VIDEO.subarray(0, VIDEO.length / 2), null],
  ["a page", "image", () => PAGE, null],
  ["a drawing with a script in it", "image", () => svg, null],
  ["a photo for a voice message", "voice", () => PHOTO, null],
  ["a video for a photo", "image", () => VIDEO, null],
  ["nothing", "image", () => Buffer.alloc(0), null],
])("%s", async (_, kind, bytes, content) => {
  const found = await contentOf(await bytes(), kind);
  if (content) expect(found).toMatchObject(content);
  else expect(found).toBeNull();
});
