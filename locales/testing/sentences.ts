export type Sentences = { [key: string]: string | Sentences };

/** Every sentence by its full key. */
export function flatten(sentences: Sentences, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(sentences)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [inner, sentence] of flatten(value, `${prefix}${key}.`)) flat.set(inner, sentence);
  }
  return flat;
}

/** Whether a full key, or for one that ends in a dot anything below it, is there. */
export function has(keys: Iterable<string>, wanted: string): boolean {
  for (const key of keys) if (wanted.endsWith(".") ? key.startsWith(wanted) : key === wanted) return true;
  return false;
}
