import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "@/lib/testing/source-tree";

/** One way into the desk: a page, a method of a route, or a server action. Its name is what the list of who may says. */
export type Door = { kind: "page" | "route" | "action"; name: string; file: string; exported: string; address: string };

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Every way in, as Next's router finds them: by the names of files, and by "use server". */
export function everyDoor(): Door[] {
  return sources().flatMap(({ file, text }) => doorsIn(file, text));
}

/** The ways in of one file. */
export function doorsIn(file: string, text: string): Door[] {
  const address = addressOf(file);
  if (/^app\/(.*\/)?page\.tsx$/.test(file)) return [{ kind: "page", name: address, file, exported: "default", address }];
  if (/^app\/(.*\/)?route\.ts$/.test(file))
    return exportsOf(text)
      .filter((name) => METHODS.includes(name))
      .map((exported) => ({ kind: "route", name: `${exported} ${address}`, file, exported, address }));
  if (!/^\s*["']use server["']/m.test(text)) return [];
  if (!/^["']use server["']/.test(text)) throw new Error(`${file}: a server action stands in a file of actions alone`);
  return exportsOf(text).map((exported) => ({ kind: "action", name: exported, file, exported, address }));
}

function exportsOf(text: string): string[] {
  const declared = [...text.matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)].map(([, name = ""]) => name);
  const listed = [...text.matchAll(/^export (?:const )?\{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim().split(" as ").at(-1) ?? ""),
  );
  return [...declared, ...listed];
}

function addressOf(file: string): string {
  const folder = path.posix
    .dirname(file)
    .replace(/^app\/?/, "")
    .replace(/(^|\/)\([^)]*\)/g, "$1");
  return `/${folder.replace(/\/+/g, "/").replace(/^\//, "")}`;
}

function sources() {
  return ["app", "lib", "components"]
    .flatMap((shelf) =>
      readdirSync(path.join(ROOT, shelf), { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(shelf, name)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), "utf8") }));
}
