import { v7 as uuid } from "uuid";
import { z } from "zod";
import { contentOf } from "@/lib/media/content";
import { pictureToSend } from "@/lib/media/picture";
import { mediaKey, mediaStorage } from "@/lib/media/storage";
import { keepPicture } from "@/lib/messages/keep-picture";
import { accountForPicture } from "@/lib/messages/queries";
import { MOST_MEDIA_BYTES } from "@/lib/messages/rules";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { officerUpload } from "@/lib/web/officer-route";

const input = z.object({ threadId: z.uuid(), bytes: z.instanceof(Buffer) });

/** A picture for a reply of this thread: looked at, written anew without what it says of place and time, and kept. */
export const POST = officerUpload(
  "replies.send",
  input,
  async ({ threadId, bytes }, officer) => {
    const accountId = await accountForPicture(officer, threadId, now());
    const picture = (await contentOf(bytes, "image")) && (await pictureToSend(bytes));
    if (!picture) throw new Refusal("notAPicture");
    const { jpeg, thumbnail, width, height } = picture;
    const place = { id: uuid(), accountId, at: now() };
    const [storageKey, thumbnailKey] = [mediaKey(place, "whole"), mediaKey(place, "thumbnail")];
    const storage = await mediaStorage();
    await storage.put(storageKey, jpeg, "image/jpeg");
    await storage.put(thumbnailKey, thumbnail.bytes, thumbnail.contentType);
    const file = { storageKey, thumbnailKey, contentType: "image/jpeg", bytes: jpeg.length, width, height, milliseconds: null };
    await keepPicture({ id: place.id, threadId, ...file }, officer);
    return { id: place.id, width, height };
  },
  MOST_MEDIA_BYTES.image,
);
