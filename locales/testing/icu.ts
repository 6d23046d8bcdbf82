const NESTING = new Set(["plural", "select", "selectordinal"]);

/** The arguments and tags that an ICU message uses, at any depth of its plurals and selects, in alphabetical order. */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  readMessage(message, 0, found);
  for (const [tag] of message.matchAll(/<\w+>/g)) found.add(tag);
  return [...found].sort();
}

/** From inside a message up to the brace that ends it. */
function readMessage(text: string, from: number, found: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") at = text[at] === "{" ? readArgument(text, at + 1, found) : at + 1;
  return at;
}

/** From behind an opening brace to behind the closing one. */
function readArgument(text: string, from: number, found: Set<string>): number {
  const [whole, name = "", type = ""] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(from)) ?? [""];
  found.add(name);
  let at = from + whole.length;
  while (at < text.length && text[at] !== "}") {
    const nested = text[at] === "{" && NESTING.has(type);
    at = nested ? readMessage(text, at + 1, found) + 1 : at + 1;
  }
  return at + 1;
}
