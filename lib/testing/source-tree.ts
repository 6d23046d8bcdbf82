import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export type Source = { path: string; text: string };
type Entry = { name: string; folder: boolean };

export const ROOT = path.join(import.meta.dirname, "../..");
export const SHELVES = ["app", "components", "lib", "sandbox", "prisma", "scripts", "e2e"];
export const MAX_LINES = 250;

/** The domains, lowest first; neighbours on one step don't know each other. */
export const STEPS = [
  ["events", "time"],
  ["officers"],
  ["sla"],
  ["accounts"],
  ["residents"],
  ["messages"],
  ["threads"],
  ["notes", "presence"],
  ["questions"],
  ["quick-replies", "drafts", "saved-views", "search", "shifts"],
  ["standing-answers"],
  ["replies"],
  ["clusters", "ratings", "subscribers"],
  ["alarms"],
  ["broadcasts", "cases"],
  ["intake"],
  ["audit", "board", "reports"],
];

/** Every file that people write, by its path from the root. */
export function tree(): Source[] {
  return SHELVES.flatMap((shelf) =>
    readdirSync(path.join(ROOT, shelf), { recursive: true, encoding: "utf8" }).map((file) => path.posix.join(shelf, file)),
  )
    .filter((file) => /\.([mc]?[jt]sx?|css|sql)$/.test(file) && !file.startsWith("prisma/generated/"))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), "utf8") }));
}

/** Tests and what only they use. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$|(^|\/)testing(\/|\.ts$)/.test(file);
}

/** Files of more than 250 lines; tests and migrations may be long. */
export function overlong(files: Source[]): string[] {
  return files
    .filter((file) => !isTest(file.path) && !file.path.endsWith(".sql"))
    .map((file) => ({ path: file.path, lines: file.text.replace(/\n$/, "").split("\n").length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path: file, lines }) => `${file} has ${lines} lines`);
}

/** Folders in which nothing lies, at any depth. */
export function emptyFolders(folder: string, list = entriesOf): string[] {
  const entries = list(folder);
  if (entries.length === 0) return [folder];
  return entries.filter((entry) => entry.folder).flatMap(({ name }) => emptyFolders(`${folder}/${name}`, list));
}

function entriesOf(folder: string): Entry[] {
  return readdirSync(folder).map((name) => ({ name, folder: statSync(`${folder}/${name}`).isDirectory() }));
}
