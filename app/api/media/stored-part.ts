import { mediaStorage, THUMBNAIL_TYPE } from "@/lib/media/storage";
import { storedMedia } from "@/lib/messages/queries";
import type { ActingOfficer } from "@/lib/officers/scope";
import { type MediaPart, mediaResponse } from "@/lib/web/media-response";

/** A file that an officer may see, or its small picture, as an answer; null when there is none. @param range the header that asks for some of its bytes */
export async function storedPart(
  officer: Pick<ActingOfficer, "id" | "scope">,
  { id, part }: { id: string; part: MediaPart },
  range: string | null,
): Promise<Response | null> {
  const file = await storedMedia(officer, id);
  const key = part === "whole" ? file?.storageKey : file?.thumbnailKey;
  if (!file || !key) return null;
  const storage = await mediaStorage();
  const shown = part === "whole" ? file : { contentType: THUMBNAIL_TYPE, bytes: null };
  return mediaResponse({ name: id, ...shown }, range, (bytes) => storage.read(key, bytes));
}
