import type { MenuItem } from "./chat";
import { type Fields, isFields } from "./fields";

/** What the phone shows of a customer-service message, or the errcode that refuses it. */
export type Content = {
  kind: string;
  text: string;
  url?: string;
  mediaId?: string;
  menu?: MenuItem[];
};

/** Whether the account has a file of that media id. */
type Has = (mediaId: string) => boolean;
type Reader = (fields: Fields, has: Has) => Content | number;

const TEXT_LIMIT_BYTES = 2048;

const READERS: Record<string, Reader> = {
  text: readText,
  msgmenu: readMenu,
  image: (fields, has) => withMedia(fields, has, "image", ["media_id"]),
  voice: (fields, has) => withMedia(fields, has, "voice", ["media_id"]),
  video: (fields, has) => withMedia(fields, has, "video", ["media_id", "thumb_media_id"]),
  music: (fields, has) => withMedia(fields, has, "music", ["thumb_media_id"]),
  mpnews: (fields, has) => withMedia(fields, has, "mpnews", ["media_id"]),
  miniprogrampage: (fields, has) => withMedia(fields, has, "miniprogrampage", ["thumb_media_id"]),
  mpnewsarticle: (fields, has) => (has(String(fields.article_id)) ? withId(fields, "mpnewsarticle", "article_id") : 53600),
  wxcard: (fields) => withId(fields, "wxcard", "card_id"),
  news: readNews,
};

/** Checks the part of the body that is named after its msgtype (protocol 5.1 and 5.5). */
export function readContent(body: Fields, has: Has): Content | number {
  const kind = String(body.msgtype);
  const read = READERS[kind];
  if (!read) return 40008;
  const fields = body[kind];
  return isFields(fields) ? read(fields, has) : 44004;
}

function readText({ content }: Fields): Content | number {
  if (typeof content !== "string" || content === "") return 44004;
  if (Buffer.byteLength(content) > TEXT_LIMIT_BYTES) return 45002;
  return { kind: "text", text: content };
}

function readMenu(fields: Fields): Content | number {
  const list = Array.isArray(fields.list) ? fields.list : [];
  const menu = list.filter(isMenuItem).map(({ id, content }) => ({ id: String(id), content }));
  if (menu.length === 0 || menu.length !== list.length) return 40035;
  const text = [fields.head_content, fields.tail_content].filter(Boolean).join("\n");
  return { kind: "msgmenu", text, menu };
}

function readNews({ articles }: Fields): Content | number {
  const [first, second]: unknown[] = Array.isArray(articles) ? articles : [];
  if (!isFields(first)) return 44003;
  if (second !== undefined) return 45008;
  return {
    kind: "news",
    text: String(first.title ?? ""),
    url: String(first.url ?? ""),
  };
}

function withMedia(fields: Fields, has: Has, kind: string, names: string[]): Content | number {
  const [mediaId = "", ...others] = names.map((name) => String(fields[name]));
  return [mediaId, ...others].every(has) ? { kind, text: String(fields.title ?? ""), mediaId } : 40007;
}

function withId(fields: Fields, kind: string, name: string): Content | number {
  const id = fields[name];
  return typeof id === "string" && id !== "" ? { kind, text: id } : 40035;
}

function isMenuItem(item: unknown): item is { id: string | number; content: string } {
  if (!isFields(item) || typeof item.content !== "string") return false;
  return typeof item.id === "string" || typeof item.id === "number";
}
