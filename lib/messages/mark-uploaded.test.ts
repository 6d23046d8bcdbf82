import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { keepPicture } from "./keep-picture";
import { markUploaded } from "./mark-uploaded";
import { A_FILE, media } from "./testing";

test("what WeChat calls a picture, and since when, is known for the next try", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("oXing", "三号路有坑", at(0));
  const id = uuid();
  await keepPicture({ id, threadId, ...A_FILE }, lin, at(1));
  expect([await markUploaded(id, "wx-9", at(2)), await markUploaded(uuid(), "wx-9", at(2))]).toEqual([true, false]);
  expect(await media(id)).toMatchObject({ wechatId: "wx-9", wechatSince: at(2) });
  expect(await told("media.uploaded")).toMatchObject([{ facts: { mediaId: id } }]);
});
