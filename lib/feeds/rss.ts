import { XMLParser, XMLValidator } from "fast-xml-parser";

/** One item as it stands there: its title on one line, its address and its date, if it has them. */
type RssItem = { title: string; link: string | null; at: string | null };
/** What an RSS 2.0 feed says, in its own order. `asOf`: when it was last changed, as it says so itself. */
export type SaidInRss = { kind: "said"; items: RssItem[]; asOf: string | null } | { kind: "unreadable"; reason: RssReason };
type RssReason = "notRss" | "forbiddenXml" | "empty";

const MAX_DEPTH = 16;
const MOST_ITEMS = 50;
const predefined = new Map(Object.entries({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }));

const parser = new XMLParser({
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  jPath: false,
  maxNestedTags: MAX_DEPTH,
  isArray: (name) => name === "item",
  onDangerousProperty: (name) => name,
  // The parser's own decoder would read the entities that a DTD declares.
  entityDecoder: {
    decode: decodeReferences,
    addInputEntities: () => undefined,
    setExternalEntities: () => undefined,
    setXmlVersion: () => undefined,
    reset: () => undefined,
  },
});

/**
 * The items of an RSS 2.0 feed that have a title. Nothing that declares a document type or entities is read, so that no few bytes
 * become a thousand times as many and no file of ours stands in a title.
 */
export function saidInRss(xml: string): SaidInRss {
  if (/<!(doctype|entity)/i.test(xml)) return { kind: "unreadable", reason: "forbiddenXml" };
  const channel = fieldsOf(fieldsOf(fieldsOf(parsed(xml)).rss).channel);
  const listed = channel.item;
  if (Object.keys(channel).length === 0) return { kind: "unreadable", reason: "notRss" };
  const items = (Array.isArray(listed) ? listed.slice(0, MOST_ITEMS) : []).flatMap((item) => {
    const { title, link, pubDate } = fieldsOf(item);
    const line = plainTitle(textOf(title));
    return line === "" ? [] : [{ title: line, link: textOf(link).trim() || null, at: textOf(pubDate).trim() || null }];
  });
  if (items.length === 0) return { kind: "unreadable", reason: "empty" };
  const asOf = [channel.lastBuildDate, channel.pubDate].map((date) => textOf(date).trim()).find((date) => date !== "");
  return { kind: "said", items, asOf: asOf ?? null };
}

function parsed(xml: string): unknown {
  try {
    return XMLValidator.validate(xml.replaceAll("&", " ")) === true ? parser.parse(xml) : null;
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The text of an element, whether it has attributes or not; of one that repeats the first. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === "string") return value;
  const inner = fieldsOf(value)["#text"];
  return typeof inner === "string" ? inner : "";
}

/** Titles come with tags and references of HTML in them. */
function plainTitle(title: string): string {
  return decodeReferences(title.replace(/<[^<>]*>/g, ""))
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
}

function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7}|x[\da-f]{1,6})|(\w{1,10}));/gi, (_, number?: string, name = "") => {
    const code = number === undefined ? null : Number(number.toLowerCase().replace("x", "0x"));
    if (code === null) return predefined.get(name) ?? " ";
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : " ";
  });
}
