import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { MediaStorage } from "./storage";

const PAGE = 1_000;

/** Files below a folder of this machine. What `put` has resolved for outlives a power cut. */
export function folderStorage(root: string): MediaStorage {
  return {
    async put(key, bytes) {
      const file = path.resolve(root, key);
      const folder = path.dirname(file);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${file}.${randomUUID()}`;
      await synced(draft, "wx", (handle) => handle.writeFile(bytes));
      await rename(draft, file);
      // The name of a file is on disk when its folder is; that of a new folder, when the one above is.
      const top = made === undefined ? folder : path.dirname(made);
      for (const above of upTo(top, folder)) await synced(above, "r", async () => undefined);
    },
    async read(key, range) {
      const file = path.join(root, key);
      const found = await stat(file).catch(absent);
      if (!found) return null;
      return Readable.toWeb(createReadStream(file, range ? { start: range.from, end: range.to } : {})) as ReadableStream<Uint8Array>;
    },
    async *list(accountId) {
      for (const month of await namesIn(path.join(root, accountId))) {
        const names = await namesIn(path.join(root, accountId, month));
        for (let from = 0; from < names.length; from += PAGE)
          yield names.slice(from, from + PAGE).map((name) => `${accountId}/${month}/${name}`);
      }
    },
    async writtenAt(key) {
      const found = await stat(path.join(root, key)).catch(absent);
      return found?.mtime ?? null;
    },
    remove: (key) => rm(path.join(root, key), { force: true }),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(absent)) ?? [];
}

function upTo(top: string, folder: string): string[] {
  const above = path.dirname(folder);
  return folder === top || above === folder ? [folder] : [folder, ...upTo(top, above)];
}

async function synced(file: string, flags: string, write: (handle: Awaited<ReturnType<typeof open>>) => Promise<unknown>): Promise<void> {
  const handle = await open(file, flags, 0o600);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
