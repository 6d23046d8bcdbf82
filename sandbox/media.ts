import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Platform } from "./platform";

const MEDIA_TYPES = ["image", "voice", "video", "thumb"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** One file that passed between a resident and the account. `createdAt` is platform ms. */
export type MediaFile = { type: MediaType; bytes: Buffer; contentType: string; createdAt: number };
export type NewMedia = Omit<MediaFile, "createdAt">;

const KEPT_MS = 3 * 24 * 3600_000;
const MOST_FILES = 20_000;

/** What an upload may be: its limit in bytes with the errcode above it, and its content types (protocol 6). */
const UPLOADS: Record<MediaType, { bytes: number; above: number; types: string[] }> = {
  image: { bytes: 10 * 1024 * 1024, above: 40009, types: ["image/jpeg", "image/png", "image/gif"] },
  voice: { bytes: 2 * 1024 * 1024, above: 40010, types: ["audio/amr", "audio/mpeg"] },
  video: { bytes: 10 * 1024 * 1024, above: 40011, types: ["video/mp4"] },
  thumb: { bytes: 64 * 1024, above: 40012, types: ["image/jpeg"] },
};

/** Permanent ones take more types (protocol 6). */
const PERMANENT_TYPES: Partial<Record<MediaType, string[]>> = {
  image: [...UPLOADS.image.types, "image/bmp"],
  voice: [...UPLOADS.voice.types, "audio/wav", "audio/x-ms-wma"],
};
const VOICE_SECONDS = 60;
const AMR_HEADER = 6;
const AMR_FRAMES_A_SECOND = 50;
/** Bytes of a frame with its first byte, by the mode that stands there. */
const AMR_FRAME_BYTES = [13, 14, 16, 18, 20, 21, 27, 32, 6];

const SAMPLES: Record<MediaType, { file: string; contentType: string }> = {
  image: { file: "photo.jpg", contentType: "image/jpeg" },
  voice: { file: "voice.amr", contentType: "audio/amr" },
  video: { file: "video.mp4", contentType: "video/mp4" },
  thumb: { file: "photo.jpg", contentType: "image/jpeg" },
};

const BEGINNINGS: [string, number, string][] = [
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/gif", 0, "GIF8"],
  ["audio/amr", 0, "#!AMR"],
  ["audio/mpeg", 0, "ID3"],
  ["audio/mpeg", 0, "\xff\xfb"],
  ["video/mp4", 4, "ftyp"],
  ["image/bmp", 0, "BM"],
  ["audio/wav", 8, "WAVE"],
  ["audio/x-ms-wma", 0, "\x30\x26\xb2\x75"],
];

/** Keeps a file for three days and returns its media id; the oldest goes when there are too many. */
export function keepMedia(platform: Platform, file: NewMedia, createdAt: number): string {
  const id = randomBytes(32).toString("base64url");
  platform.media.set(id, { ...file, createdAt });
  const [oldest] = platform.media.keys();
  if (platform.media.size > MOST_FILES && oldest !== undefined) platform.media.delete(oldest);
  return id;
}

/** The file behind a media id, temporary or permanent, as messages and phones may name it. */
export function fileOf(platform: Platform, id: string, now: number): NewMedia | null {
  const permanent = platform.assets.materials[id];
  if (!permanent) return mediaOf(platform, id, now);
  return { type: permanent.type, contentType: permanent.contentType, bytes: Buffer.from(permanent.data, "base64") };
}

/** The temporary file behind a media id, or null when there is none or its three days are over. */
export function mediaOf(platform: Platform, id: string, now: number): MediaFile | null {
  const file = platform.media.get(id);
  return file && now - file.createdAt < KEPT_MS ? file : null;
}

/** What an upload is judged to be, by its content: the file, or the errcode that refuses it. */
export function readUpload(type: string | null, bytes: Buffer, isPermanent = false): NewMedia | number {
  const known = MEDIA_TYPES.find((one) => one === type);
  if (!known) return 40004;
  if (bytes.length === 0) return 44001;
  const { bytes: limit, above, types } = UPLOADS[known];
  const contentType = contentTypeOf(bytes);
  const allowed = (isPermanent && PERMANENT_TYPES[known]) || types;
  if (!allowed.includes(contentType)) return 40005;
  if (bytes.length > limit) return above;
  return contentType === "audio/amr" && secondsOfAmr(bytes) > VOICE_SECONDS ? 45007 : { type: known, bytes, contentType };
}

/** A picture, voice message or video for those who have none of their own. */
export function sampleOf(type: MediaType): NewMedia {
  const { file, contentType } = SAMPLES[type];
  samples[type] ??= readFileSync(path.join(import.meta.dirname, "samples", file));
  return { type, contentType, bytes: samples[type] };
}

const samples: Partial<Record<MediaType, Buffer>> = {};

function secondsOfAmr(bytes: Buffer): number {
  let frames = 0;
  for (let at = AMR_HEADER; at < bytes.length; frames += 1) at += AMR_FRAME_BYTES[((bytes[at] ?? 0) >> 3) & 15] ?? 1;
  return frames / AMR_FRAMES_A_SECOND;
}

/** By its first bytes; WeChat looks no further. */
export function contentTypeOf(bytes: Buffer): string {
  const found = BEGINNINGS.find(([, at, mark]) => bytes.toString("latin1", at, at + mark.length) === mark);
  return found?.[0] ?? "application/octet-stream";
}
