import type { ServerResponse } from "node:http";
import type { ApiCall, ApiResult } from "./api-calls";
import { platformNow, unixSeconds } from "./clock";
import { refusal } from "./errcodes";
import { sendJson } from "./http-messages";
import { keepMedia, type MediaFile, mediaOf, readUpload } from "./media";
import type { Platform } from "./platform";

const EXTENSIONS: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "audio/amr": "amr",
  "audio/mpeg": "mp3",
  "video/mp4": "mp4",
};

/** `POST /cgi-bin/media/upload`: a form with the file in `media` (protocol 6). */
export async function uploadMedia({ platform, query, raw, contentType, now }: ApiCall): Promise<ApiResult> {
  const bytes = await fileIn(raw, contentType);
  if (!bytes) return { answer: refusal(41005) };
  const upload = readUpload(query.get("type"), bytes);
  if (typeof upload === "number") return { answer: refusal(upload) };
  const media_id = keepMedia(platform, upload, now);
  return { answer: { type: upload.type, media_id, created_at: unixSeconds() } };
}

/** `GET /cgi-bin/media/get`: the file, for a video where to fetch it, for anything else JSON that says why not. */
export function getMedia({ platform, query, now, host }: ApiCall): ApiResult {
  const id = query.get("media_id");
  if (!id) return { answer: refusal(41006) };
  const file = mediaOf(platform, id, now);
  if (!file) return { answer: refusal(40007) };
  if (file.type === "video") return { answer: { video_url: `http://${host}/media/${id}` } };
  return { answer: { bytes: file.bytes.length }, file: { bytes: file.bytes, headers: headersOf(file, id) } };
}

/** A file as the phones show it, and where a video is fetched from. */
export function serveMedia(platform: Platform, response: ServerResponse, id: string): void {
  const file = mediaOf(platform, id, platformNow(platform.clock));
  if (!file) {
    sendJson(response, 404, { error: "no such file" });
    return;
  }
  response.writeHead(200, {
    ...headersOf(file, id),
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  response.end(file.bytes);
}

function headersOf({ bytes, contentType }: MediaFile, id: string): Record<string, string | number> {
  const name = `${id}.${EXTENSIONS[contentType] ?? "bin"}`;
  return { "content-type": contentType, "content-length": bytes.length, "content-disposition": `attachment; filename="${name}"` };
}

async function fileIn(raw: Buffer, contentType: string): Promise<Buffer | null> {
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": contentType } }).formData().catch(() => null);
  const file = form?.get("media");
  return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : null;
}
