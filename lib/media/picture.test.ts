import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { contentOf } from "./content";
import { pictureToSend, readPicture, rewritten } from "./picture";
import { PAGE, PHOTO, PICTURE_AND_PAGE } from "./testing/samples";

/** A PNG of one bit a pixel, all black. */
function pngOf(width: number, height: number): Buffer {
  const part = (type: string, data: Buffer) => {
    const [length, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height), { level: 1 });
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), part("IHDR", head), part("IDAT", rows), part("IEND", Buffer.alloc(0))]);
}

test("a picture has its size as it is seen, and a small one", async () => {
  const lying = await sharp(PHOTO).withMetadata({ orientation: 6 }).toBuffer();
  const read = await readPicture(lying);
  expect(read).toMatchObject({ width: 900, height: 1_200, thumbnail: { contentType: "image/jpeg" } });
  expect(await sharp(read?.thumbnail.bytes).metadata()).toMatchObject({ width: 360, height: 480, format: "jpeg" });
  expect(await readPicture(PAGE)).toBeNull();
});

test("one that unpacks to more than fits is not unpacked", async () => {
  const bomb = pngOf(30_000, 30_000);
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await contentOf(bomb, "image")).toMatchObject({ isWhole: true });
  expect(await readPicture(bomb)).toBeNull();
  expect(await pictureToSend(bomb)).toBeNull();
});

test("what is written anew has nothing behind its end", async () => {
  const clean = await rewritten(PICTURE_AND_PAGE, "image/jpeg");
  expect([clean.includes(PAGE), await contentOf(clean, "image")]).toEqual([false, expect.objectContaining({ isWhole: true })]);
});

test("what goes to a resident is a JPEG of at most 2 MB that says neither where nor when it was taken", async () => {
  const noise = await sharp({
    create: { width: 2_700, height: 2_000, channels: 3, background: "red", noise: { type: "gaussian", mean: 128, sigma: 60 } },
  })
    .withExif({ IFD3: { GPSLatitude: "39/1 16/1 0/1" } })
    .jpeg({ quality: 95 })
    .toBuffer();
  const sent = await pictureToSend(noise);
  const { format, exif, width } = await sharp(sent?.jpeg).metadata();
  expect([format, exif, width === sent?.width, (sent?.jpeg.length ?? 0) <= 2_000_000]).toEqual(["jpeg", undefined, true, true]);
  expect(await pictureToSend(PAGE)).toBeNull();
});
