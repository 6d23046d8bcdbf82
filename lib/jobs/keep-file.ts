import { type Content, contentOf } from "@/lib/media/content";
import { type ReadPicture, readPicture, rewritten } from "@/lib/media/picture";
import { mediaKey, mediaStorage } from "@/lib/media/storage";
import type { MediaFailure } from "@/lib/messages/fail-media";
import type { MediaKind } from "@/lib/messages/rules";
import type { StoredFile } from "@/lib/messages/store-media";

/** A file that may be kept: what it is, its bytes, and its small picture. */
export type CheckedFile = { content: Content; bytes: Buffer; picture: ReadPicture | null };

/**
 * A file of a message by its content alone. A picture with something behind its end is written anew without it; of anything else such
 * a file is refused.
 * @param stillOf a video's still, asked for once its content is known to be one
 */
export async function checkFile(
  given: Buffer,
  messageKind: MediaKind,
  stillOf: () => Promise<ReadPicture | null>,
): Promise<CheckedFile | { failure: MediaFailure }> {
  const kind = messageKind === "shortvideo" ? "video" : messageKind;
  const content = await contentOf(given, kind);
  if (!content || (!content.isWhole && kind !== "image")) return { failure: "otherContent" };
  if (kind !== "image") return { content, bytes: given, picture: kind === "video" ? await stillOf() : null };
  const picture = await readPicture(given);
  if (!picture) return { failure: "unreadable" };
  return { content, picture, bytes: content.isWhole ? given : await rewritten(given, content.contentType) };
}

/** Puts a file and its small picture into the storage. */
export async function putFile(
  { content, bytes, picture }: CheckedFile,
  place: { accountId: string; id: string; at: Date },
): Promise<StoredFile> {
  const storage = await mediaStorage();
  const [storageKey, thumbnailKey] = [mediaKey(place, "whole"), mediaKey(place, "thumbnail")];
  await storage.put(storageKey, bytes, content.contentType);
  if (picture) await storage.put(thumbnailKey, picture.thumbnail.bytes, picture.thumbnail.contentType);
  return {
    ...{ storageKey, thumbnailKey: picture ? thumbnailKey : null, contentType: content.contentType, bytes: bytes.length },
    ...{ width: picture?.width ?? null, height: picture?.height ?? null, milliseconds: content.milliseconds },
  };
}
