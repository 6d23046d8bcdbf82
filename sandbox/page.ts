import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import path from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Address → file: nothing else of the folder is served. */
const FILES: Record<string, string> = {
  "/": "phone.html",
  "/resident-page.css": "resident-page.css",
  "/phone.css": "phone.css",
  "/phone-screen.css": "phone-screen.css",
  "/phone-chat.css": "phone-chat.css",
  "/phone.js": "phone.js",
  "/phone-menu.js": "phone-menu.js",
  "/phone-panel.js": "phone-panel.js",
  "/phone-list.js": "phone-list.js",
  "/phone-chat.js": "phone-chat.js",
  "/phone-bubbles.js": "phone-bubbles.js",
  "/phone-server.js": "phone-server.js",
  "/phone-words.js": "phone-words.js",
};

/** Serves the page of phones; false when the address is none of its files. */
export async function servePage(response: ServerResponse, address: string): Promise<boolean> {
  const file = FILES[address];
  if (file === undefined) return false;
  const content = await readFile(path.join(import.meta.dirname, file));
  response.writeHead(200, {
    "content-type": TYPES[path.extname(file)],
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
  response.end(content);
  return true;
}
