import { childOf, textOf, type XmlNode } from "./xml";

/** What the resident sees of a passive reply; `transfer` hands over to WeChat's own desk. */
export type PassiveReply = { kind: string; text: string; url?: string; mediaId?: string };

type Parties = { openid: string; originalId: string };
type Reader = (reply: XmlNode) => PassiveReply | null;

const READERS: Record<string, Reader> = {
  text: (reply) => shown("text", textOf(reply, "Content")),
  image: (reply) => withMedia(reply, "image", "Image"),
  voice: (reply) => withMedia(reply, "voice", "Voice"),
  video: (reply) => withMedia(reply, "video", "Video"),
  music: (reply) => shown("music", textOf(childOf(reply, "Music"), "Title")),
  news: firstArticle,
  transfer_customer_service: () => ({ kind: "transfer", text: "" }),
};

/**
 * Reads the XML of protocol 3.3. Returns a sentence instead when the platform would not accept it.
 * CreateTime may have ten digits or, as some libraries write it, thirteen.
 */
export function readPassiveReply(reply: XmlNode, parties: Parties): PassiveReply | string {
  if (textOf(reply, "ToUserName") !== parties.openid) return "ToUserName is not the resident";
  if (textOf(reply, "FromUserName") !== parties.originalId) return "FromUserName is not the account";
  if (!/^(\d{10}|\d{13})$/.test(textOf(reply, "CreateTime") ?? "")) return "CreateTime is no time";

  const read = READERS[textOf(reply, "MsgType") ?? ""];
  if (!read) return "unknown MsgType";
  return read(reply) ?? "the reply lacks its content";
}

function shown(kind: string, text: string | undefined): PassiveReply | null {
  return text ? { kind, text } : null;
}

function withMedia(reply: XmlNode, kind: string, element: string): PassiveReply | null {
  const media = childOf(reply, element);
  const mediaId = textOf(media, "MediaId");
  return mediaId ? { kind, text: textOf(media, "Title") ?? "", mediaId } : null;
}

/** Answers to a message show one article only; the surplus is dropped. */
function firstArticle(reply: XmlNode): PassiveReply | null {
  const article = childOf(childOf(reply, "Articles"), "item");
  const title = textOf(article, "Title");
  if (!title) return null;
  return { kind: "news", text: title, url: textOf(article, "Url") ?? "" };
}
