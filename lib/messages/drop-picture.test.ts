import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { at, stranger, told } from "@/lib/questions/testing";
import { queueReply } from "@/lib/replies/queue-reply";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { dropPicture } from "./drop-picture";
import { keepPicture } from "./keep-picture";
import { storedMedia, waitingPictures } from "./queries";
import { A_FILE } from "./testing";

test("what waits beside the words is one's own to take away, until it is sent", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("oXing", "三号路有坑", at(0));
  const [first, second] = [uuid(), uuid()];
  await keepPicture({ id: first, threadId, ...A_FILE }, lin, at(1));
  await keepPicture({ id: second, threadId, ...A_FILE }, lin, at(2));
  const waiting = async (officer = lin) => (await waitingPictures(officer, threadId)).map(({ id }) => id);
  await dropPicture({ mediaId: first }, zhao, at(3));
  await dropPicture({ mediaId: first }, stranger(lin), at(3));
  expect([await waiting(), await waiting(zhao), await waiting(stranger(lin))]).toEqual([[first, second], [], []]);
  await dropPicture({ mediaId: first }, lin, at(4));
  await dropPicture({ mediaId: first }, lin, at(5));
  expect([await waiting(), await storedMedia(lin, first)]).toEqual([[second], null]);
  await queueReply({ threadId, threadVersion: 1, kind: "answer", text: "今天去修", pictures: [second] }, lin, undefined, at(6));
  await dropPicture({ mediaId: second }, lin, at(7));
  expect(await waiting()).toEqual([]);
  expect(await told("media.dropped")).toMatchObject([{ at: at(4), officerId: lin.id, facts: { mediaId: first } }]);
});
