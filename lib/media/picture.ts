import sharp from "sharp";
import { THUMBNAIL_TYPE } from "./storage";

/** Telephones take 50 megapixels at most; a picture that unpacks to more is there to fill the memory. */
const MOST_PIXELS = 50_000_000;
const SECONDS = 10;
const THUMBNAIL_EDGE = 480;
const SENT_EDGE = 2_560;
/** The documentation says 10 MB in one place and 2 MB in another (protocol 6). */
const SENT_BYTES = 2_000_000;

// What nobody sends is not even tried: each reader of a format is one more way in.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp"] });
// One picture a thread, so that several at once do not take every core.
sharp.concurrency(1);
sharp.cache(false);

type Thumbnail = { bytes: Buffer; contentType: typeof THUMBNAIL_TYPE };
export type ReadPicture = { width: number; height: number; thumbnail: Thumbnail };

/** Decodes a picture whose type is known: its size as it is seen, and a small one of it. Null when it cannot be decoded, or is too large to be. */
export async function readPicture(bytes: Buffer): Promise<ReadPicture | null> {
  try {
    const { autoOrient } = await open(bytes).metadata();
    const small = open(bytes)
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .resize(THUMBNAIL_EDGE, THUMBNAIL_EDGE, { fit: "inside", withoutEnlargement: true });
    return { ...autoOrient, thumbnail: { bytes: await small.jpeg({ quality: 75 }).toBuffer(), contentType: THUMBNAIL_TYPE } };
  } catch {
    return null;
  }
}

/** The same picture written anew, in its own format, with nothing that is not picture. @throws when it cannot be decoded */
export async function rewritten(bytes: Buffer, contentType: string): Promise<Buffer> {
  const picture = open(bytes, contentType === "image/gif" || contentType === "image/webp").autoOrient();
  if (contentType === "image/jpeg") return picture.jpeg({ quality: 92 }).toBuffer();
  if (contentType === "image/png") return picture.png().toBuffer();
  return contentType === "image/gif" ? picture.gif().toBuffer() : picture.webp({ quality: 92 }).toBuffer();
}

/**
 * A picture as it goes to a resident: a JPEG that WeChat takes, upright, without where and when it was taken.
 * Null when it cannot be decoded, or is too large to be.
 */
export async function pictureToSend(bytes: Buffer): Promise<(ReadPicture & { jpeg: Buffer }) | null> {
  try {
    for (const [edge, quality] of [
      [SENT_EDGE, 88],
      [SENT_EDGE, 72],
      [1_600, 60],
    ] as const) {
      const fitted = open(bytes)
        .autoOrient()
        .flatten({ background: "#ffffff" })
        .resize(edge, edge, { fit: "inside", withoutEnlargement: true });
      const jpeg = await fitted.jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
      if (jpeg.length > SENT_BYTES) continue;
      const read = await readPicture(jpeg);
      return read && { ...read, jpeg };
    }
    return null;
  } catch {
    return null;
  }
}

function open(bytes: Buffer, animated = false) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", animated }).timeout({ seconds: SECONDS });
}
