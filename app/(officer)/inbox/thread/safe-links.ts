export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

const ADDRESS = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/giu;
/** Punctuation after an address belongs to the sentence, not to the address. */
const SENTENCE_END = /[.,;:!?'"]+$/u;

/** A text cut at its http and https addresses; joined again the parts are the text. Nothing else ever becomes a link. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const found = withoutSentence(match[0]);
    const href = safeAddress(found);
    if (!href) continue;
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) });
    parts.push({ kind: "link", text: found, href });
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

/** The address to open, or null unless it is http or https and names a host. */
export function safeAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === "http:" || url.protocol === "https:") && url.hostname !== "" ? url.href : null;
}

function withoutSentence(address: string): string {
  let rest = address.replace(SENTENCE_END, "");
  while (rest.endsWith(")") && count(rest, ")") > count(rest, "(")) rest = rest.slice(0, -1).replace(SENTENCE_END, "");
  return rest;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
