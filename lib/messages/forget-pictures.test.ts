import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/drafts/save-draft";
import { at, told } from "@/lib/questions/testing";
import { queueReply } from "@/lib/replies/queue-reply";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { dropPicture } from "./drop-picture";
import { forgetPictures } from "./forget-pictures";
import { keepPicture } from "./keep-picture";
import { A_FILE } from "./testing";

const DAY = 86_400;

test("a picture that was never sent goes after a day, one that was taken away too: not one that was sent, nor one that waits beside words", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("oXing", "三号路有坑", at(0));
  const [never, sent, waiting, taken] = [uuid(), uuid(), uuid(), uuid()];
  await keepPicture({ id: never, threadId, ...A_FILE, thumbnailKey: "a/b/c.thumbnail" }, lin, at(1));
  await keepPicture({ id: sent, threadId, ...A_FILE }, lin, at(1));
  await keepPicture({ id: waiting, threadId, ...A_FILE }, zhao, at(1));
  await keepPicture({ id: taken, threadId, ...A_FILE, storageKey: "a/b/taken" }, zhao, at(1));
  await dropPicture({ mediaId: taken }, zhao, at(2));
  await queueReply({ threadId, threadVersion: 1, kind: "answer", text: "今天去修", pictures: [sent] }, lin, undefined, at(2));
  const words = {
    kind: "answer" as const,
    text: "已联系",
    unit: "",
    promisedAt: "",
    seen: { version: 1, seq: "1" },
    hasOneUnderway: false,
  };
  await saveDraft({ ...words, threadId, replyId: uuid(), revision: 0 }, zhao, at(3));

  expect(await forgetPictures(10, at(DAY))).toEqual([]);
  expect((await forgetPictures(10, at(DAY + 2))).sort()).toEqual([A_FILE.storageKey, "a/b/c.thumbnail", "a/b/taken"].sort());
  expect(await forgetPictures(10, at(99 * DAY))).toEqual([]);
  expect((await db.media.findMany({ select: { id: true } })).map(({ id }) => id).sort()).toEqual([sent, waiting].sort());
  const forgotten = (await told("media.forgotten")).map(({ facts }) => facts);
  expect(forgotten).toHaveLength(2);
  expect(forgotten).toEqual(expect.arrayContaining([{ mediaId: never }, { mediaId: taken }]));
});
