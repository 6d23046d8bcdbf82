import { randomBytes } from "node:crypto";
import { callApi, jsonObject, type UnclearReason } from "./api-client";
import { type ApiError, apiErrorOf } from "./api-error";
import type { NoConnectionReason } from "./connection";
import { exchange } from "./exchange";
import { type SendRetry, sendRefusalOf } from "./send-refusal";

type Addressed = { baseUrl: string; accessToken: string; timeoutMs: number };
type NotDone =
  /** `isGone`: WeChat has no such file, or no longer. */
  | { kind: "refused"; isGone: boolean; retry: SendRetry; errcode: number }
  | { kind: "notDone"; reason: NoConnectionReason | UnclearReason | "noErrcode" };

export type FetchedMedia = { kind: "file"; bytes: Buffer } | { kind: "elsewhere"; address: string } | NotDone;
export type UploadedMedia = { kind: "uploaded"; mediaId: string } | NotDone;

const GONE = [40007, 46001];
const BRACE = 0x7b;

/**
 * A temporary file by `media/get` (protocol 6): its bytes, or for a video the address it is fetched from. What is answered is told by its
 * first byte, because refusals are HTTP 200 and content types are not to be relied on.
 */
export async function fetchMedia({
  baseUrl,
  accessToken,
  timeoutMs,
  mediaId,
  maxBytes,
}: Addressed & { mediaId: string; maxBytes: number }): Promise<FetchedMedia> {
  const query = { access_token: accessToken, media_id: mediaId };
  const answer = await exchange({ baseUrl, path: "/cgi-bin/media/get", query, timeoutMs, maxBytes });
  if (answer.kind !== "answered") return { kind: "notDone", reason: answer.reason };
  if (answer.status !== 200) return { kind: "notDone", reason: "httpStatus" };
  const json = answer.bytes[0] === BRACE ? jsonObject(answer.bytes) : null;
  if (!json) return { kind: "file", bytes: answer.bytes };
  if (typeof json.video_url === "string") return { kind: "elsewhere", address: json.video_url };
  return refused(apiErrorOf(json, [accessToken]));
}

/** Uploads a JPEG by `media/upload`, for a message that shows it; WeChat keeps it for three days. */
export async function uploadPicture({ baseUrl, accessToken, timeoutMs, jpeg }: Addressed & { jpeg: Buffer }): Promise<UploadedMedia> {
  const query = { access_token: accessToken, type: "image" };
  const answer = await callApi({ baseUrl, path: "/cgi-bin/media/upload", query, timeoutMs, form: formOf(jpeg) });
  if (answer.kind !== "answered") return { kind: "notDone", reason: answer.reason };
  const { media_id: mediaId } = answer.json;
  return typeof mediaId === "string" && mediaId !== "" ? { kind: "uploaded", mediaId } : refused(apiErrorOf(answer.json, [accessToken]));
}

function refused(error: ApiError | null): NotDone {
  if (!error || error.errcode === 0) return { kind: "notDone", reason: "noErrcode" };
  const { errcode } = error;
  return { kind: "refused", isGone: GONE.includes(errcode), retry: sendRefusalOf(errcode).retry, errcode };
}

function formOf(jpeg: Buffer) {
  const boundary = `jida${randomBytes(16).toString("hex")}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="media"; filename="picture.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head), jpeg, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, bytes };
}
