import path from "node:path";
import { env } from "@/lib/env";
import { folderStorage } from "./folder";

/** Where bytes lie: a key is made by `mediaKey`, and what lies under one never changes. */
export type MediaStorage = {
  /** Keeps bytes; they are safe when this resolves. */
  put: (key: string, bytes: Buffer, contentType: string) => Promise<void>;
  /** The bytes, or those of a range with both ends; null when nothing lies there. */
  read: (key: string, range?: { from: number; to: number }) => Promise<ReadableStream<Uint8Array> | null>;
  /** Every key of an account, some at a time. */
  list: (accountId: string) => AsyncIterable<string[]>;
  /** Since when something lies there; null when nothing does. */
  writtenAt: (key: string) => Promise<Date | null>;
  /** Takes away what lies there, if anything does. */
  remove: (key: string) => Promise<void>;
};

/** Of small pictures. A WebP would be a quarter smaller and take half as long again to make. */
export const THUMBNAIL_TYPE = "image/jpeg";

const UUID = /^[0-9a-f-]{36}$/;

let opened: Promise<MediaStorage> | undefined;

/** The storage that the environment names: a bucket, or a folder below the data folder. */
export function mediaStorage(): Promise<MediaStorage> {
  opened ??= open();
  return opened;
}

/** Where a file is kept, by whose and which it is: the account, the month, the file and what of it. */
export function mediaKey(file: { accountId: string; id: string; at: Date }, part: "whole" | "thumbnail"): string {
  if (!UUID.test(file.accountId) || !UUID.test(file.id)) throw new Error("a key of media is made of ids");
  return `${file.accountId}/${file.at.toISOString().slice(0, 7)}/${file.id}${part === "whole" ? "" : `.${part}`}`;
}

async function open(): Promise<MediaStorage> {
  const { MEDIA_S3_BUCKET: bucket, MEDIA_S3_ACCESS_KEY_ID: accessKeyId, MEDIA_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    return folderStorage(path.join(env.JIDA_DATA_DIR, "media"));
  // Only where it is used: the client takes longer to load than the rest of the worker.
  const { bucketStorage } = await import("./bucket");
  return bucketStorage({ endpoint: env.MEDIA_S3_ENDPOINT, region: env.MEDIA_S3_REGION, bucket, accessKeyId, secretAccessKey });
}
