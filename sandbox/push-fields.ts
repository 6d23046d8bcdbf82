import { z } from "zod";
import type { MediaType } from "./media";
import type { XmlFields } from "./xml";

/** What the phone's client sends in place of a sticker that accounts cannot receive. */
const UNSUPPORTED_TEXT = "【收到不支持的消息类型，暂无法显示】";

/** What is left out is filled in by `withMedia`: a sample, or `data` in base64, which may be anything whatever `contentType` says. */
const media = z.string().default("");
const file = { mediaId: media, data: z.base64().optional(), contentType: z.string().optional() };
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
    ...file,
  }),
  z.object({
    kind: z.literal("voice"),
    ...file,
    mediaId16K: media,
    format: text("amr"),
    recognition: z.string().optional(),
  }),
  z.object({ kind: z.literal("video"), ...file, thumbMediaId: media }),
  z.object({
    kind: z.literal("shortvideo"),
    ...file,
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
    fileKey: text("sandbox_file"),
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

/** The message with the ids of its files; `keep` puts one away and returns its id. */
export function withMedia(message: ResidentMessage, keep: (type: MediaType, given: GivenFile | null) => string): ResidentMessage {
  const own = "data" in message && message.data !== undefined ? { data: message.data, contentType: message.contentType } : null;
  const id = (type: MediaType, known: string, given: GivenFile | null = null) => known || keep(type, given);
  if (message.kind === "image") return { ...message, mediaId: id("image", message.mediaId, own) };
  if (message.kind === "voice")
    return { ...message, mediaId: id("voice", message.mediaId, own), mediaId16K: id("voice", message.mediaId16K, own) };
  if (message.kind !== "video" && message.kind !== "shortvideo") return message;
  return { ...message, mediaId: id("video", message.mediaId, own), thumbMediaId: id("thumb", message.thumbMediaId) };
}

/** A file as the control API takes it: base64, and a content type that need not be true. */
export type GivenFile = { data: string; contentType: string | undefined };

/** What the resident's own phone shows of the message, beside its kind. */
export function messageText(message: ResidentMessage): string {
  if (message.kind === "text") return message.text;
  if (message.kind === "location") return message.label;
  if (message.kind === "link" || message.kind === "file") return message.title;
  return "";
}
