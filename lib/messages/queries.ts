import { db } from "@/lib/db";
import type { ActingOfficer, Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { after, DAY } from "@/lib/time/rules";
import { MOST_UNSENT_PICTURES } from "./rules";

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

/**
 * The account of a thread to which an officer may put one more picture.
 * @throws Refusal threadNotFound, tooManyPictures when so many of the last day wait to be sent: no browser, whoever holds it, fills the storage
 */
export async function accountForPicture(officer: Pick<ActingOfficer, "id" | "scope">, threadId: string, at: Date): Promise<string> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, accountId: { in: [...officer.scope.accountIds] } },
    select: { accountId: true },
  });
  if (!thread) throw new Refusal("threadNotFound");
  const unsent = await db.media.count({ where: { officerId: officer.id, messageId: null, storedAt: { gt: after(at, -DAY) } } });
  if (unsent >= MOST_UNSENT_PICTURES) throw new Refusal("tooManyPictures");
  return thread.accountId;
}
