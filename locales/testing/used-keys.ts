import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A key that a source file asks for; one that ends in a dot goes on with a value. Any of the namespaces may be meant. */
export type UsedKey = { file: string; key: string; namespaces: string[] };

const NAMESPACE = /(?:use|get)Translations(?:<[^>]*>)?\((?:"([\w.-]+)")?\)/g;
const BOUND = /const (\w+) = (?:await )?(?:use|get)Translations\(/g;

/** The keys that the screens of a folder ask for by a literal, or by a template's beginning. */
export function usedKeys(folder: string): UsedKey[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  return files.flatMap((name) => keysIn(path.join(folder, name)));
}

function keysIn(file: string): UsedKey[] {
  const source = readFileSync(file, "utf8");
  const namespaces = [...source.matchAll(NAMESPACE)].map(([, namespace]) => (namespace ? `${namespace}.` : ""));
  const names = ["t", ...[...source.matchAll(BOUND)].map(([, name]) => name)].join("|");
  const literals = source.matchAll(new RegExp(`(?<![\\w.])(?:${names})(?:\\.rich)?\\(\\s*"([^"]+)"`, "g"));
  const templates = source.matchAll(new RegExp(`(?<![\\w.])(?:${names})\\(\\s*\`([\\w.-]+\\.)\\$\\{`, "g"));
  return [...literals, ...templates].map(([, key = ""]) => ({ file, key, namespaces }));
}
