import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Fields, type FieldValue, MAX_DEPTH } from "./fields";
import { PushRefused } from "./push-refused";

const predefined = new Map(Object.entries({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }));

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  jPath: false,
  maxNestedTags: MAX_DEPTH - 1,
  isArray: (name) => name === "item" || name === "List",
  onDangerousProperty: (name) => name,
  updateTag: (name) => /^[A-Za-z][\w.-]*$/.test(name) || refuse("a declaration, an instruction or a foreign name"),
  // The parser's own decoder leaves numeric and unknown references as text, and reads those that a DTD declares.
  entityDecoder: {
    decode: decodeReferences,
    addInputEntities: () => refuse("a DTD"),
    setExternalEntities: () => undefined,
    setXmlVersion: () => undefined,
    reset: () => undefined,
  },
});

/**
 * The children of the one root element. Texts are kept as sent, not trimmed, CDATA pieces joined;
 * only line ends become LF, as XML 1.0 section 2.11 asks. Repeated siblings, and `item` or `List`
 * always, become a list. There is no DTD, no processing instruction and no reference but the five
 * predefined and the numeric ones (protocol 1.5); a lone `&` stays itself. Throws `PushRefused("malformed")`.
 */
export function xmlFields(xml: string): Fields {
  const [root, ...others] = Object.values(withoutBlanks(parse(xml.trim())));
  if (root === undefined || Array.isArray(root) || others.length > 0) refuse("not one XML element");
  return typeof root === "string" ? {} : root;
}

function parse(xml: string): Fields {
  if (XMLValidator.validate(xml.replaceAll("&", " ")) !== true) refuse("not well-formed XML");
  try {
    return parser.parse(xml);
  } catch (error) {
    throw error instanceof PushRefused ? error : new PushRefused("malformed", "not the XML of a push");
  }
}

/** Without the line breaks and indents between elements, which the parser gathers under `#text`. */
function withoutBlanks({ "#text": between = "", ...fields }: Fields): Fields {
  if (String(between).trim() !== "") refuse("text between elements");
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fieldWithoutBlanks(value)]));
}

function fieldWithoutBlanks(value: FieldValue): FieldValue {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(fieldWithoutBlanks) : withoutBlanks(value);
}

function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d+|x[\da-fA-F]+)|(\w+));/g, (_, number?: string, name = "") => {
    const character = number ? String.fromCodePoint(Number(number.replace("x", "0x"))) : predefined.get(name);
    return character && character !== "\0" && character.isWellFormed() ? character : refuse("a reference to no character");
  });
}

function refuse(detail: string): never {
  throw new PushRefused("malformed", detail);
}
