/** What of a file is its own, by walking through its parts; whatever lies behind that is somebody else's. */
export type Walked = {
  /** Where the file ends, in bytes from its beginning. */
  end: number;
  /** How long it plays, where that is told by its parts. */
  milliseconds: number | null;
};

type Walk = (bytes: Buffer) => Walked | null;

/** By content type; null: the parts do not fit together. */
export const WALKS: Record<string, Walk> = {
  "image/jpeg": (bytes) => ended(jpegEnd(bytes)),
  "image/png": (bytes) => ended(pngEnd(bytes)),
  "image/gif": (bytes) => ended(gifEnd(bytes)),
  "image/webp": (bytes) => ended(8 + bytes.readUInt32LE(4)),
  "audio/amr": (bytes) => amr(bytes, "#!AMR\n".length, AMR_FRAMES),
  "audio/amr-wb": (bytes) => amr(bytes, "#!AMR-WB\n".length, AMR_WIDE_FRAMES),
  "audio/x-speex-with-header-byte": speexFrames,
  "audio/mpeg": (bytes) => ended(bytes.length),
  "audio/ogg": ogg,
  "video/mp4": mp4,
};

/** RFC 4867 section 5.3: bytes of a frame of twenty milliseconds, by its type; the others are reserved. */
const AMR_FRAMES = new Map([13, 14, 16, 18, 20, 21, 27, 32, 6].map((size, type) => [type, size])).set(15, 1);
const AMR_WIDE_FRAMES = new Map([18, 24, 33, 37, 41, 47, 51, 59, 61, 6].map((size, type) => [type, size])).set(14, 1).set(15, 1);
/** The Speex manual, section 10.3: bytes of a wideband frame at each constant rate. */
const SPEEX_FRAMES = [10, 15, 20, 25, 32, 42, 52, 60, 70, 86, 106];
/** Of AMR, AMR-WB and Speex alike. */
const FRAME_MS = 20;

function ended(end: number | null): Walked | null {
  return end === null ? null : { end, milliseconds: null };
}

/** ITU T.81 annex B: markers with their lengths, and scans, in which 0xFF is followed by a zero or a restart. */
function jpegEnd(bytes: Buffer): number | null {
  for (let at = 2; at + 3 < bytes.length + 2; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) at = scanEnd(bytes, at);
  }
  return null;
}

function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function pngEnd(bytes: Buffer): number | null {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return next;
    at = next;
  }
  return null;
}

function gifEnd(bytes: Buffer): number | null {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const pastBlocks = (from: number) => {
    let at = from;
    while (bytes[at]) at += 1 + (bytes[at] ?? 0);
    return at + 1;
  };
  for (let at = 13 + tableBytes(bytes[10] ?? 0); at < bytes.length; ) {
    const block = bytes[at];
    if (block === 0x3b) return at + 1;
    if (block === 0x21) at = pastBlocks(at + 2);
    else if (block === 0x2c) at = pastBlocks(at + 11 + tableBytes(bytes[at + 9] ?? 0));
    else return null;
  }
  return null;
}

function amr(bytes: Buffer, from: number, sizes: ReadonlyMap<number, number>): Walked | null {
  let frames = 0;
  let at = from;
  while (at < bytes.length) {
    const size = sizes.get(((bytes[at] ?? 0) >> 3) & 15);
    // The padding bits of a frame's head are zero: 0x7c keeps its type and its quality.
    if (size === undefined || ((bytes[at] ?? 0) & 0x83) !== 0) break;
    at += size;
    frames += 1;
  }
  return frames > 0 && at <= bytes.length ? { end: at, milliseconds: frames * FRAME_MS } : null;
}

/** Speex as WeChat records it: frames of one size alone, each after a byte that says how long it is. */
function speexFrames(bytes: Buffer): Walked | null {
  const size = bytes[0] ?? 0;
  if (!SPEEX_FRAMES.includes(size) || bytes.length % (size + 1) !== 0) return null;
  for (let at = 0; at < bytes.length; at += size + 1) if (bytes[at] !== size) return null;
  return { end: bytes.length, milliseconds: (bytes.length / (size + 1)) * FRAME_MS };
}

/** RFC 3533: pages, each with the table of its segments; the last one tells how many samples there are. */
function ogg(bytes: Buffer): Walked | null {
  if (bytes.toString("latin1", 28, 36) !== "Speex   ") return null;
  const perSecond = bytes.readUInt32LE(28 + 36);
  let at = 0;
  let samples = 0;
  while (bytes.toString("latin1", at, at + 4) === "OggS" && at + 27 < bytes.length) {
    samples = Math.max(samples, Number(bytes.readBigInt64LE(at + 6)));
    const segments = bytes.subarray(at + 27, at + 27 + (bytes[at + 26] ?? 0));
    at += 27 + segments.length + segments.reduce((sum, size) => sum + size, 0);
  }
  return perSecond > 0 && at <= bytes.length ? { end: at, milliseconds: Math.round((samples * 1000) / perSecond) } : null;
}

/** ISO 14496-12 section 4.2: boxes one after the other, with the pictures in one and how to read them in another. */
function mp4(bytes: Buffer): Walked | null {
  const found = new Map<string, [number, number]>();
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!/^[\w ©]{4}$/.test(type)) break;
    const size = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    if (size < 8 || at + size > bytes.length) return null;
    found.set(type, [at, at + size]);
    at += size;
  }
  const moov = found.get("moov");
  return moov && found.has("mdat") ? { end: at, milliseconds: playing(bytes.subarray(...moov)) } : null;
}

function playing(moov: Buffer): number | null {
  const at = moov.indexOf("mvhd", 0, "latin1");
  if (at < 0 || at + 36 > moov.length) return null;
  const isLong = moov[at + 4] === 1;
  const perSecond = moov.readUInt32BE(at + (isLong ? 24 : 16));
  const units = isLong ? Number(moov.readBigUInt64BE(at + 28)) : moov.readUInt32BE(at + 20);
  const milliseconds = perSecond > 0 ? Math.round((units * 1000) / perSecond) : 0;
  return milliseconds > 0 && milliseconds < 2 ** 31 ? milliseconds : null;
}
