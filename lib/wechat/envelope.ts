/** What lies around an encrypted message. Nothing of it counts but `encrypted`, and that only once its signature was verified. */
export type Envelope = {
  /** The text of `Encrypt`, exactly as it is signed. */
  encrypted: string;
  /** True in compatible mode, where the fields of the message stand beside `Encrypt` (protocol 1.4). */
  hasPlainFields: boolean;
};

type Markup = { before: string; opening: string; inside: string };

const TAG = ["<", ">"] as const;
const SECTIONS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/**
 * The envelope of an encrypted body, XML or JSON; `null` when it has not exactly one `Encrypt` of
 * text, which in XML is a child of the root. The signature can be checked only with this text
 * in hand, so anybody's body comes here: it is passed over once, without the work of a parser, and
 * what stands beside `Encrypt` is not judged.
 */
export function envelopeOf(body: string): Envelope | null {
  return isJson(body) ? jsonEnvelope(body) : xmlEnvelope(body);
}

/** By its first character that is not blank (protocol 1.7). */
export function isJson(body: string): boolean {
  return /^\uFEFF?\s*\{/.test(body);
}

/** A quote within a text of JSON stands behind a backslash, so what a resident writes can never look like this. */
function jsonEnvelope(json: string): Envelope | null {
  const [found, another] = json.matchAll(/(?<!\\)"Encrypt"\s*:\s*("[^"]+")/g);
  if (!found?.[1] || another) return null;
  try {
    return { encrypted: JSON.parse(found[1]), hasPlainFields: /"MsgType"\s*:/.test(json) };
  } catch {
    return null;
  }
}

function xmlEnvelope(xml: string): Envelope | null {
  let depth = 0;
  let encrypted: string | null = null;
  let isOpen = false;
  let hasPlainFields = false;

  for (const { before, opening, inside } of markupOf(xml)) {
    if (isOpen) encrypted += before;
    if (opening === "<![CDATA[" && isOpen) encrypted += inside;
    if (opening !== "<") continue;
    if (inside.startsWith("!")) return null;

    if (inside.startsWith("/")) {
      depth -= 1;
      isOpen = false;
      continue;
    }
    if (isOpen) return null;
    const name = /^[^\s/]*/.exec(inside)?.[0];
    const isField = depth === 1;
    if (isField && name === "MsgType") hasPlainFields = true;
    if (!inside.endsWith("/")) depth += 1;
    if (!isField || name !== "Encrypt") continue;
    if (encrypted !== null) return null;
    encrypted = "";
    isOpen = !inside.endsWith("/");
  }
  return depth === 0 && encrypted ? { encrypted, hasPlainFields } : null;
}

/** Each tag, comment, CDATA section and instruction with the text before it, up to the first that does not end. */
function* markupOf(xml: string): Generator<Markup> {
  let at = 0;
  for (let start = xml.indexOf("<"); start >= 0; start = xml.indexOf("<", at)) {
    const [opening, closing] = SECTIONS.find(([beginning]) => xml.startsWith(beginning, start)) ?? TAG;
    const end = xml.indexOf(closing, start + opening.length);
    if (end < 0) return;
    yield { before: xml.slice(at, start), opening, inside: xml.slice(start + opening.length, end) };
    at = end + closing.length;
  }
}
