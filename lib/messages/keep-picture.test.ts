import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { keepPicture } from "./keep-picture";
import { accountForPicture, storedMedia } from "./queries";
import { MOST_UNSENT_PICTURES } from "./rules";
import { A_FILE, media } from "./testing";

test("a picture of an officer is kept for a thread of the officer's accounts, and seen by nobody else before it is sent", async () => {
  const { lin, zhao, hears, accountId } = await town();
  const { threadId } = await hears("oXing", "三号路有坑", at(0));
  const id = uuid();
  await expect(keepPicture({ id, threadId, ...A_FILE }, stranger(lin), at(1))).rejects.toMatchObject({ code: "threadNotFound" });
  await keepPicture({ id, threadId, ...A_FILE }, lin, at(1));
  expect(await media(id)).toMatchObject({ accountId, threadId, officerId: lin.id, messageId: null, state: "stored", kind: "image" });
  expect(await told("media.kept")).toMatchObject([{ officerId: lin.id, facts: { mediaId: id, bytes: 7 } }]);
  const seenBy = (officer = lin) => storedMedia(officer, id);
  expect([(await seenBy())?.storageKey, await seenBy(zhao), await seenBy(stranger(lin))]).toEqual([A_FILE.storageKey, null, null]);
});

test("so many wait to be sent or were taken away, and no more are taken that day", async () => {
  const { lin, zhao, hears, accountId } = await town();
  const { threadId } = await hears("oXing", "三号路有坑", at(0));
  await expect(accountForPicture(stranger(lin), threadId, at(1))).rejects.toMatchObject({ code: "threadNotFound" });
  const kept = { accountId, threadId, officerId: lin.id, kind: "image" as const, storedAt: at(1) };
  await db.media.createMany({
    data: Array.from({ length: MOST_UNSENT_PICTURES }, (_, index) => ({ id: uuid(), ...kept, state: index % 2 ? "gone" : "stored" })),
  });
  await expect(accountForPicture(lin, threadId, at(2))).rejects.toMatchObject({ code: "tooManyPictures" });
  expect(await accountForPicture(zhao, threadId, at(2))).toBe(accountId);
  expect(await accountForPicture(lin, threadId, at(24 * 3_600 + 2))).toBe(accountId);
});
