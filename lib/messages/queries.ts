import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { after, DAY } from "@/lib/time/rules";
import { MOST_UNSENT_PICTURES } from "./rules";

/** Where the bytes of a file lie; bytes of the whole. */
export type LyingMedia = { storageKey: string; thumbnailKey: string | null; contentType: string; bytes: number };

/** A file that is stored, or null when there is none for this officer: what a colleague has not sent yet is the colleague's own. */
export async function storedMedia(officer: Pick<ActingOfficer, "id" | "scope">, id: string): Promise<LyingMedia | null> {
  const isShown = [{ messageId: { not: null } }, { officerId: officer.id }];
  const media = await db.media.findFirst({
    where: { id, accountId: { in: [...officer.scope.accountIds] }, state: "stored", OR: isShown },
    select: { storageKey: true, thumbnailKey: true, contentType: true, bytes: true },
  });
  const { storageKey, thumbnailKey = null, contentType, bytes } = media ?? {};
  return storageKey && contentType && typeof bytes === "number" ? { storageKey, thumbnailKey, contentType, bytes } : null;
}

/** Pixels as it is seen. */
export type WaitingPicture = { id: string; width: number | null; height: number | null };

/** The pictures that an officer has put to a reply of a thread and not sent, in the order in which they came. */
export async function waitingPictures({ scope, id }: ActingOfficer, threadId: string): Promise<WaitingPicture[]> {
  return db.media.findMany({
    where: { threadId, officerId: id, messageId: null, state: "stored", accountId: { in: [...scope.accountIds] } },
    orderBy: [{ storedAt: "asc" }, { id: "asc" }],
    select: { id: true, width: true, height: true },
  });
}

/** Which of these keys no file names. */
export async function unknownKeys(keys: readonly string[]): Promise<string[]> {
  // The last part of a key begins with its file's id.
  const ids = keys.flatMap((key) => /([0-9a-f-]{36})[^/]*$/.exec(key)?.[1] ?? []);
  const files = await db.media.findMany({ where: { id: { in: ids } }, select: { storageKey: true, thumbnailKey: true } });
  const known = new Set(files.flatMap(({ storageKey, thumbnailKey }) => [storageKey, thumbnailKey]));
  return keys.filter((key) => !known.has(key));
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
