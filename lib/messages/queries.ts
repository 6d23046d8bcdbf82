import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";

/** Where the bytes of a file lie; bytes of the whole. */
export type LyingMedia = { storageKey: string; thumbnailKey: string | null; contentType: string; bytes: number };

/** A file that is stored, or null when there is none for this scope. */
export async function storedMedia(scope: Scope, id: string): Promise<LyingMedia | null> {
  const media = await db.media.findFirst({
    where: { id, accountId: { in: [...scope.accountIds] }, state: "stored" },
    select: { storageKey: true, thumbnailKey: true, contentType: true, bytes: true },
  });
  const { storageKey, thumbnailKey = null, contentType, bytes } = media ?? {};
  return storageKey && contentType && typeof bytes === "number" ? { storageKey, thumbnailKey, contentType, bytes } : null;
}

/** The account of a thread, or null outside the scope. */
export async function accountOfThread(scope: Scope, threadId: string): Promise<string | null> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, accountId: { in: [...scope.accountIds] } },
    select: { accountId: true },
  });
  return thread?.accountId ?? null;
}
