import { XMLParser, XMLValidator } from "fast-xml-parser";
import { plainLine } from "./plain";

/** One item as it stands there: its title on one line, its address and its date, if it has them. */
type RssItem = { title: string; link: string | null; at: string | null };
/** What an RSS 2.0 or an Atom feed says, in its own order. `asOf`: when it was last changed, as it says so itself. */
export type SaidInRss = { kind: "said"; items: RssItem[]; asOf: string | null } | { kind: "unreadable"; reason: RssReason };
type RssReason = "notRss" | "forbiddenXml" | "empty";

const MAX_DEPTH = 16;
const MOST_ITEMS = 50;
/** Brackets and equals signs, the tags and attributes at most: a megabyte of nothing else takes the parser seconds. */
const MOST_MARKS = 40_000;
const ATTRIBUTE = "@";
const predefined = new Map(Object.entries({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }));

const parser = new XMLParser({
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  jPath: false,
  maxNestedTags: MAX_DEPTH,
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  isArray: (name) => name === "item" || name === "entry",
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
 * The items of an RSS 2.0 or an Atom feed (RFC 4287) that have a title. Nothing that declares a document type or entities is read, so
 * that no few bytes become a thousand times as many and no file of ours stands in a title.
 */
export function saidInRss(xml: string): SaidInRss {
  if (marksIn(xml) > MOST_MARKS) return { kind: "unreadable", reason: "notRss" };
  if (/<!(doctype|entity)/i.test(xml)) return { kind: "unreadable", reason: "forbiddenXml" };
  const root = fieldsOf(parsed(xml));
  const [channel, feed] = [fieldsOf(fieldsOf(root.rss).channel), fieldsOf(root.feed)];
  if (Object.keys(channel).length === 0 && Object.keys(feed).length === 0) return { kind: "unreadable", reason: "notRss" };
  const items = [...listOf(channel.item).map(ofItem), ...listOf(feed.entry).map(ofEntry)].slice(0, MOST_ITEMS);
  const titled = items.filter(({ title }) => title !== "");
  if (titled.length === 0) return { kind: "unreadable", reason: "empty" };
  return { kind: "said", items: titled, asOf: firstSaid(channel.lastBuildDate, channel.pubDate, feed.updated) };
}

function ofItem(item: unknown): RssItem {
  const { title, link, pubDate } = fieldsOf(item);
  return { title: plainTitle(textOf(title)), link: firstSaid(link), at: firstSaid(pubDate) };
}

function ofEntry(entry: unknown): RssItem {
  const { title, link, published, updated } = fieldsOf(entry);
  const attributes = listOf(link).map(fieldsOf);
  const page = attributes.find((one) => [undefined, "alternate"].includes(textOf(one[`${ATTRIBUTE}rel`]) || undefined));
  return { title: plainTitle(textOf(title)), link: firstSaid(page?.[`${ATTRIBUTE}href`]), at: firstSaid(published, updated) };
}

/** The first of these elements that says something. */
function firstSaid(...elements: unknown[]): string | null {
  return elements.map((element) => plainLine(textOf(element))).find((text) => text !== "") ?? null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
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
  return plainLine(decodeReferences(title.replace(/<[^<>]*>/g, "")));
}

function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7}|x[\da-f]{1,6})|(\w{1,10}));/gi, (_, number?: string, name = "") => {
    const code = number === undefined ? null : Number(number.toLowerCase().replace("x", "0x"));
    if (code === null) return predefined.get(name) ?? " ";
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : " ";
  });
}

function marksIn(xml: string): number {
  let marks = 0;
  for (const letter of xml) if (letter === "<" || letter === "=") marks += 1;
  return marks;
}
