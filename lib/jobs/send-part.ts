import { env } from "@/lib/env";
import { mediaStorage } from "@/lib/media/storage";
import { markUploaded } from "@/lib/messages/mark-uploaded";
import type { ReplyPart } from "@/lib/replies/pictures";
import { reportDefect } from "@/lib/report-defect";
import { SECOND } from "@/lib/time/rules";
import { sendImage, sendText } from "@/lib/wechat/customer-message";
import { uploadPicture } from "@/lib/wechat/media";
import { type Sent, sendWithToken } from "./send-with-token";
import { untilReported } from "./until-reported";
import { withToken } from "./with-token";

/** With what the send may take after it, within a lease. */
const UPLOAD_TIMEOUT = 8 * SECOND;
const BAD_MEDIA_ID = 40007;
const NOT_UPLOADED = { kind: "notTaken", reason: "pictureNotUploaded", errcode: null, errmsg: null, rid: null } as const;

type Message = { accountId: string; openid: string; notAfter: number };
type Picture = Extract<ReplyPart, { kind: "picture" }>;

/**
 * Sends one part of a reply. A picture is uploaded first, unless WeChat has it; however often that is done nothing reaches the resident,
 * so it may be done again, and only what is sent thereafter may be in doubt.
 */
export async function sendPart(message: Message, part: ReplyPart): Promise<Sent> {
  if (part.kind === "text") return sendWithToken({ ...message, text: part.text }, sendText);
  if (part.wechatId !== null) {
    const sent = await sendWithToken({ ...message, mediaId: part.wechatId }, sendImage);
    // It was deleted before its time.
    if (sent.kind !== "notTaken" || sent.errcode !== BAD_MEDIA_ID) return sent;
  }
  const uploaded = await upload(message, part);
  return typeof uploaded === "string" ? sendWithToken({ ...message, mediaId: uploaded }, sendImage) : uploaded;
}

async function upload(
  { accountId }: Message,
  { mediaId, storageKey }: Picture,
): Promise<string | Exclude<Sent, { kind: "taken" | "unknown" }>> {
  const jpeg = await bytesOf(storageKey);
  if (!jpeg) return { ...NOT_UPLOADED, retry: "soon" };
  const call = { baseUrl: env.WECHAT_API_BASE_URL, timeoutMs: UPLOAD_TIMEOUT, jpeg };
  const uploaded = await withToken(accountId, (accessToken) => uploadPicture({ ...call, accessToken }));
  if (uploaded.kind === "noToken") return uploaded;
  if (uploaded.kind === "notDone") return { ...NOT_UPLOADED, retry: "soon" };
  if (uploaded.kind === "refused") return { ...NOT_UPLOADED, retry: uploaded.retry, errcode: uploaded.errcode };
  await untilReported(() => markUploaded(mediaId, uploaded.mediaId));
  return uploaded.mediaId;
}

async function bytesOf(key: string): Promise<Buffer | null> {
  try {
    const body = await (await mediaStorage()).read(key);
    return body && Buffer.from(await new Response(body).arrayBuffer());
  } catch (error) {
    reportDefect("worker: reading a picture", error);
    return null;
  }
}
