import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bucketStorage } from "./bucket";
import { folderStorage } from "./folder";
import { type MediaStorage, mediaKey } from "./storage";
import { PHOTO } from "./testing/samples";

const ID = "0190163d-8694-739b-aea5-966c26f8ad91";
const file = { accountId: ID, id: ID, at: new Date("2026-11-30T16:30:00Z") };

function ownFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "jida-media-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Server = { run: () => Promise<unknown>; close: () => Promise<void> };
const S3rver: new (options: object) => Server = createRequire(import.meta.url)("s3rver");

/** A server that speaks S3, on a free port. */
async function ownBucket(): Promise<MediaStorage> {
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: ownFolder(),
    configureBuckets: [{ name: "media", configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  onTestFinished(() => server.close());
  return bucketStorage({
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    bucket: "media",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  });
}

test.each<[string, () => Promise<MediaStorage>]>([
  ["a folder", async () => folderStorage(ownFolder())],
  ["a bucket", ownBucket],
])("%s gives back what was put there, whole or a part of it, names it, and lets it go", async (_, open) => {
  const storage = await open();
  const key = mediaKey(file, "whole");
  await storage.put(key, PHOTO, "image/jpeg");
  await storage.put(mediaKey(file, "thumbnail"), Buffer.from("small"), "image/jpeg");
  const bytes = async (range?: { from: number; to: number }) =>
    Buffer.from(await new Response(await storage.read(key, range)).arrayBuffer());
  expect((await bytes()).equals(PHOTO)).toBe(true);
  expect((await bytes({ from: 10, to: 19 })).equals(PHOTO.subarray(10, 20))).toBe(true);
  expect(await storage.read(mediaKey({ ...file, id: ID.replace("0", "1") }, "whole"))).toBeNull();

  const keysOf = async () => {
    const keys: string[] = [];
    for await (const page of storage.list(ID)) keys.push(...page);
    return keys.sort();
  };
  const small = mediaKey(file, "thumbnail");
  await storage.put(mediaKey({ ...file, accountId: ID.replace("0", "1") }, "whole"), PHOTO, "image/jpeg");
  expect(await keysOf()).toEqual([key, small]);
  expect(await storage.writtenAt(small)).toBeInstanceOf(Date);
  await storage.remove(small);
  await storage.remove(small);
  expect([await storage.writtenAt(small), await storage.read(small)]).toEqual([null, null]);
  expect(await keysOf()).toEqual([key]);
});

test("nothing half written stands in a folder, and no key leads out of it", async () => {
  const folder = ownFolder();
  const key = mediaKey(file, "whole");
  expect(key).toBe(`${ID}/2026-11/${ID}`);
  await Promise.all([1, 2, 3].map(() => folderStorage(folder).put(key, PHOTO, "image/jpeg")));
  expect(readdirSync(path.join(folder, path.dirname(key)))).toEqual([ID]);
  expect(() => mediaKey({ ...file, id: "../../../../etc/passwd" }, "whole")).toThrow("made of ids");
});
