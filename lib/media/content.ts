import { fileTypeFromBuffer } from "file-type";
import { WALKS, type Walked } from "./endings";

/** What a file of each kind may be. Nothing in it is ever read as a page: no SVG, no HTML. */
const TYPES = {
  image: ["image/jpeg", "image/png", "image/gif", "image/webp"],
  voice: ["audio/amr", "audio/amr-wb", "audio/ogg", "audio/x-speex-with-header-byte", "audio/mpeg"],
  video: ["video/mp4"],
} as const;

export type ContentKind = keyof typeof TYPES;
export type Content = {
  contentType: string;
  milliseconds: number | null;
  /** Nothing lies behind its end: a file that is two files at once has something there. */
  isWhole: boolean;
};

const AMR_WIDE = "#!AMR-WB\n";
const ALIASES: Record<string, string> = { "video/x-m4v": "video/mp4", "audio/x-m4a": "video/mp4" };

/** What a file is by its own bytes, whatever anybody says of it; null when it is nothing that a message of its kind shows. */
export async function contentOf(bytes: Buffer, kind: ContentKind): Promise<Content | null> {
  const contentType = await typeOf(bytes, kind);
  if (!(TYPES[kind] as readonly string[]).includes(contentType)) return null;
  const walked = walk(bytes, contentType);
  return walked && { contentType, milliseconds: walked.milliseconds, isWhole: walked.end === bytes.length };
}

async function typeOf(bytes: Buffer, kind: ContentKind): Promise<string> {
  if (bytes.toString("latin1", 0, AMR_WIDE.length) === AMR_WIDE) return "audio/amr-wb";
  const told = await fileTypeFromBuffer(bytes).catch(() => undefined);
  // The one type without a mark of its own: only its frames tell it.
  if (!told && kind === "voice") return "audio/x-speex-with-header-byte";
  const mime = told?.mime.split(";")[0] ?? "";
  return ALIASES[mime] ?? mime;
}

function walk(bytes: Buffer, contentType: string): Walked | null {
  try {
    const walked = WALKS[contentType]?.(bytes) ?? null;
    return walked && walked.end <= bytes.length ? walked : null;
  } catch (error) {
    // A length within the file that leads out of it.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
