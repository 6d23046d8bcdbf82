/** Bytes of a file from one to another, both in it. */
export type ByteRange = { from: number; to: number };
type Body = ReadableStream<Uint8Array>;

type File = {
  name: string;
  contentType: string;
  /** Null: not known before it is read, and then no part of it can be asked for. */
  bytes: number | null;
};

/** What of a file is stored: all of it, and of pictures and videos a small picture. */
export const MEDIA_PARTS = ["whole", "thumbnail"] as const;
export type MediaPart = (typeof MEDIA_PARTS)[number];

/** Nothing of it is ever run, whatever it is. */
export const MEDIA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** By content type, all that is shown. */
export const EXTENSIONS: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "audio/amr": "amr",
  "audio/amr-wb": "awb",
  "audio/mpeg": "mp3",
  "audio/ogg": "ogg",
  "audio/x-speex-with-header-byte": "speex",
  "video/mp4": "mp4",
};

/**
 * A stored file as a browser gets it: by the type that its content has, kept nowhere, and in parts for a player that asks for them (RFC 9110
 * section 14).
 * @param read opens the bytes; null when they are gone from the storage
 * @returns null when they are
 */
export async function mediaResponse(
  { name, contentType, bytes }: File,
  range: string | null,
  read: (range?: ByteRange) => Promise<Body | null>,
): Promise<Response | null> {
  const extension = EXTENSIONS[contentType];
  const headers: Record<string, string> = {
    "content-type": extension ? contentType : "application/octet-stream",
    "content-disposition": `${extension ? "inline" : "attachment"}; filename="${name}.${extension ?? "bin"}"`,
    "cache-control": "private, no-store",
    "content-security-policy": MEDIA_POLICY,
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
  if (bytes !== null) headers["accept-ranges"] = "bytes";
  const part = bytes === null ? null : rangeOf(range, bytes);
  if (part === "outside") return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${bytes}` } });
  const body = await read(part ?? undefined);
  if (!body) return null;
  if (!part) return new Response(body, { headers: { ...headers, ...(bytes === null ? {} : { "content-length": String(bytes) }) } });
  const length = { "content-length": String(part.to - part.from + 1), "content-range": `bytes ${part.from}-${part.to}/${bytes}` };
  return new Response(body, { status: 206, headers: { ...headers, ...length } });
}

/** One range of bytes; null for none, or for several, which may be answered with the whole. */
function rangeOf(header: string | null, bytes: number): ByteRange | "outside" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === "" || last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return from > to ? "outside" : { from, to };
}
