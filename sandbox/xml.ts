import { XMLParser, XMLValidator } from "fast-xml-parser";

/** Strings become CDATA, numbers stay bare, a list repeats its element, an object nests. */
type XmlValue = string | number | bigint | XmlFields | XmlFields[];
export type XmlFields = { [name: string]: XmlValue };

/** What was read: text everywhere, never a guessed number. */
export type XmlNode = {
  [name: string]: string | XmlNode | (string | XmlNode)[];
};

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
});

/** One `<xml>` document as the platform writes it: no blanks between elements. */
export function writeXml(fields: XmlFields): string {
  return `<xml>${writeFields(fields)}</xml>`;
}

/** The fields below `<xml>`, or null when the text is no such document (or carries a DTD). */
export function readXml(text: string): XmlNode | null {
  if (text.includes("<!DOCTYPE") || XMLValidator.validate(text) !== true) return null;
  const root: unknown = parser.parse(text).xml;
  return isNode(root) ? root : null;
}

/** The text of one element, outer blanks removed; undefined when it is missing or nests others. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.[name];
  return typeof value === "string" ? value.trim() : undefined;
}

/** A nested element, the first one when it repeats. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  const value = node?.[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isNode(first) ? first : undefined;
}

function writeFields(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (Array.isArray(value)) return value.map((item) => element(name, item)).join("");
      return element(name, value);
    })
    .join("");
}

function element(name: string, value: Exclude<XmlValue, XmlFields[]>): string {
  if (typeof value === "object") return `<${name}>${writeFields(value)}</${name}>`;
  return `<${name}>${typeof value === "string" ? cdata(value) : value}</${name}>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
