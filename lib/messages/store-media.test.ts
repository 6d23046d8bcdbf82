import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import { threadView } from "@/lib/threads/queries";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { storeMedia } from "./store-media";
import { A_FILE, claimed, media, sendsPicture } from "./testing";

test("a file that was fetched is what its message shows, and is told once", async () => {
  const desk = await town();
  const { id, threadId } = await sendsPicture(desk, at(0));
  const [slow, fast] = [await claimed(at(1)), await claimed(at(400))];
  expect([
    await storeMedia(slow, A_FILE, at(401)),
    await storeMedia(fast, A_FILE, at(402)),
    await storeMedia(fast, A_FILE, at(403)),
  ]).toEqual([false, true, false]);
  expect(await media(id)).toMatchObject({ state: "stored", storedAt: at(402), nextAt: null, bytes: 7 });
  expect(await told("media.stored")).toMatchObject([{ facts: { mediaId: id, bytes: 7, contentType: "image/jpeg" } }]);
  const [message] = (await threadView(desk.lin.scope, threadId))?.messages ?? [];
  expect(message?.media).toEqual({
    id,
    state: "stored",
    failure: null,
    contentType: "image/jpeg",
    bytes: 7,
    width: 4,
    height: 3,
    milliseconds: null,
    hasThumbnail: false,
  });
});
