import type { ServerResponse } from "node:http";
import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import { platformNow, unixSeconds } from "./clock";
import { refusal } from "./errcodes";
import { sendJson } from "./http-messages";
import { fileOf, keepMedia, mediaOf, type NewMedia, readUpload } from "./media";
import type { Platform } from "./platform";

const ARTICLE_PICTURES = ["image/jpeg", "image/png"];
const ARTICLE_PICTURE_BYTES = 1024 * 1024;
const EXTENSIONS: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "audio/amr": "amr",
  "audio/mpeg": "mp3",
  "video/mp4": "mp4",
};

export const MEDIA_CALLS: Endpoints = {
  "/cgi-bin/media/upload": post(uploadMedia, { right: "verified", takesForm: true, daily: 100_000, testDaily: 500 }),
  "/cgi-bin/media/get": get(getMedia, { right: "verified", daily: 200_000, testDaily: 1000 }),
  "/cgi-bin/media/get/jssdk": get(getMedia, { right: "verified", daily: 200_000, testDaily: 1000 }),
  "/cgi-bin/media/uploadimg": post(uploadArticlePicture, { right: "verified", takesForm: true, daily: 100_000 }),
};

/** `POST /cgi-bin/media/upload`: a form with the file in `media` (protocol 6). */
async function uploadMedia({ platform, query, raw, contentType, now }: ApiCall): Promise<ApiResult> {
  const { file } = await readForm(raw, contentType);
  if (!file) return { answer: refusal(41005) };
  const upload = readUpload(query.get("type"), file.bytes);
  if (typeof upload === "number") return { answer: refusal(upload) };
  const media_id = keepMedia(platform, upload, now);
  return { answer: { type: upload.type, media_id, created_at: unixSeconds() } };
}

/** `POST /cgi-bin/media/uploadimg`: a picture for the text of an article, jpg or png below 1 MB. */
async function uploadArticlePicture({ platform, raw, contentType, host, now }: ApiCall): Promise<ApiResult> {
  const { file } = await readForm(raw, contentType);
  if (!file) return { answer: refusal(41005) };
  const upload = readUpload("image", file.bytes);
  if (typeof upload === "number") return { answer: refusal(upload) };
  if (!ARTICLE_PICTURES.includes(upload.contentType)) return { answer: refusal(40005) };
  if (file.bytes.length >= ARTICLE_PICTURE_BYTES) return { answer: refusal(40009) };
  return { answer: { url: `http://${host}/media/${keepMedia(platform, upload, now)}` } };
}

/** `GET /cgi-bin/media/get`: the file, for a video where to fetch it, for anything else JSON that says why not. */
function getMedia({ platform, query, now, host }: ApiCall): ApiResult {
  const id = query.get("media_id");
  if (!id) return { answer: refusal(41006) };
  const file = mediaOf(platform, id, now);
  if (!file) return { answer: refusal(40007) };
  if (file.type === "video") return { answer: { video_url: `http://${host}/media/${id}` } };
  return { answer: { bytes: file.bytes.length }, file: { bytes: file.bytes, headers: headersOf(file, id) } };
}

/** A file as the phones show it, and where a video is fetched from. */
export function serveMedia(platform: Platform, response: ServerResponse, id: string): void {
  const file = fileOf(platform, id, platformNow(platform.clock));
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

function headersOf({ bytes, contentType }: NewMedia, id: string): Record<string, string | number> {
  const name = `${id}.${EXTENSIONS[contentType] ?? "bin"}`;
  return { "content-type": contentType, "content-length": bytes.length, "content-disposition": `attachment; filename="${name}"` };
}

/** A form as the platform reads it: the file in `media`, and the text that may stand beside it. */
export async function readForm(raw: Buffer, contentType: string): Promise<{ file: FormFile | null; description: string }> {
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": contentType } }).formData().catch(() => null);
  const given = form?.get("media");
  const file = given instanceof File ? { bytes: Buffer.from(await given.arrayBuffer()), name: given.name } : null;
  return { file, description: String(form?.get("description") ?? "") };
}

type FormFile = { bytes: Buffer; name: string };
