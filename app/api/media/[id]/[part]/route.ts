import { headers } from "next/headers";
import { z } from "zod";
import { mediaStorage } from "@/lib/media/storage";
import { storedMedia } from "@/lib/messages/queries";
import { now } from "@/lib/time/clock";
import { isSigned, MEDIA_PARTS } from "@/lib/web/media-address";
import { mediaResponse } from "@/lib/web/media-response";
import { officerFile } from "@/lib/web/officer-route";

const input = z.object({ id: z.uuid(), part: z.enum(MEDIA_PARTS), until: z.coerce.number().int(), signature: z.string().max(100) });

/** A file, for the officer for whom its address was made while that counts. To everybody else it is not there. */
export const GET = officerFile("inbox.read", input, async ({ id, part, ...address }, officer) => {
  const file = isSigned({ id, part, officerId: officer.id }, address, now()) ? await storedMedia(officer.scope, id) : null;
  const key = part === "whole" ? file?.storageKey : file?.thumbnailKey;
  if (!file || !key) return Response.json({ refusal: "notFound" }, { status: 404, headers: { "cache-control": "no-store" } });
  const storage = await mediaStorage();
  const shown = part === "whole" ? file : { contentType: "image/webp", bytes: null };
  return mediaResponse({ name: id, ...shown }, (await headers()).get("range"), (range) => storage.read(key, range));
});
