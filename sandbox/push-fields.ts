import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { XmlFields } from "./xml";

const mediaId = () => `${MEDIA_PREFIX}${randomBytes(24).toString("base64url")}`;

/** Media ids of the sandbox are known by how they begin. */
export const MEDIA_PREFIX = "sandbox_media_";

/** What the phone's client sends in place of a sticker that accounts cannot receive. */
const UNSUPPORTED_TEXT = "【收到不支持的消息类型，暂无法显示】";

const media = z.string().default(mediaId);
const text = (fallback: string) => z.string().default(fallback);

/** The ordinary messages of protocol 2.1; whatever is left out gets a plausible value. */
export const messageSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("text"),
    text: z.string().min(1),
    menuId: z.string().optional(),
  }),
  z.object({
    kind: z.literal("image"),
    picUrl: text("http://mmbiz.qpic.cn/sandbox/0"),
    mediaId: media,
  }),
  z.object({
    kind: z.literal("voice"),
    mediaId: media,
    mediaId16K: media,
    format: text("amr"),
    recognition: z.string().optional(),
  }),
  z.object({ kind: z.literal("video"), mediaId: media, thumbMediaId: media }),
  z.object({
    kind: z.literal("shortvideo"),
    mediaId: media,
    thumbMediaId: media,
  }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().default(39.273),
    longitude: z.number().default(118.46),
    scale: z.number().int().default(16),
    label: text("河北省唐山市曹妃甸区"),
  }),
  z.object({
    kind: z.literal("link"),
    title: text("一篇文章"),
    description: text(""),
    url: text("https://mp.weixin.qq.com/s/sandbox"),
  }),
  z.object({
    kind: z.literal("file"),
    title: text("材料.pdf"),
    description: text(""),
    fileKey: media,
    fileMd5: text("d41d8cd98f00b204e9800998ecf8427e"),
    fileTotalLen: z.number().int().default(20480),
  }),
  z.object({ kind: z.literal("unsupported") }),
]);

export type ResidentMessage = z.output<typeof messageSchema>;

/** The message's own fields, as they stand in the XML between CreateTime and MsgId. */
export function messageFields(message: ResidentMessage): XmlFields {
  switch (message.kind) {
    case "text":
      return { MsgType: "text", Content: message.text };
    case "unsupported":
      return { MsgType: "text", Content: UNSUPPORTED_TEXT };
    case "image":
      return {
        MsgType: "image",
        PicUrl: message.picUrl,
        MediaId: message.mediaId,
      };
    case "voice":
      return {
        MsgType: "voice",
        MediaId: message.mediaId,
        Format: message.format,
        MediaId16K: message.mediaId16K,
        ...(message.recognition === undefined ? {} : { Recognition: message.recognition }),
      };
    case "video":
    case "shortvideo":
      return {
        MsgType: message.kind,
        MediaId: message.mediaId,
        ThumbMediaId: message.thumbMediaId,
      };
    case "location":
      return {
        MsgType: "location",
        Location_X: message.latitude,
        Location_Y: message.longitude,
        Scale: message.scale,
        Label: message.label,
      };
    case "link":
      return {
        MsgType: "link",
        Title: message.title,
        Description: message.description,
        Url: message.url,
      };
    case "file":
      return {
        MsgType: "file",
        Title: message.title,
        Description: message.description,
        FileKey: message.fileKey,
        FileMd5: message.fileMd5,
        FileTotalLen: message.fileTotalLen,
      };
  }
}

/** What the resident's own phone shows of the message, beside its kind. */
export function messageText(message: ResidentMessage): string {
  if (message.kind === "text") return message.text;
  if (message.kind === "location") return message.label;
  if (message.kind === "link" || message.kind === "file") return message.title;
  return "";
}
