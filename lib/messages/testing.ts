import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import type { town } from "@/prisma/town";
import { type ClaimedMedia, claimMedia } from "./claim-media";
import { dropPicture } from "./drop-picture";
import { failMedia } from "./fail-media";
import { forgetPictures } from "./forget-pictures";
import { holdMedia } from "./hold-media";
import { keepPicture } from "./keep-picture";
import { markUploaded } from "./mark-uploaded";
import { type StoredFile, storeMedia } from "./store-media";

type Town = Awaited<ReturnType<typeof town>>;

/** A resident sends a picture that WeChat calls `wechatId`. Its message has the id of its file. */
export async function sendsPicture({ hears }: Pick<Town, "hears">, at: Date, wechatId = "wx-1", openid = "oPhoto") {
  const { messageId, threadId } = await hears(openid, "", at, {
    kind: "image",
    facts: { MediaId: wechatId, PicUrl: "http://mmbiz.qpic.cn/x/0" },
  });
  return { id: messageId, threadId };
}

/** Claims the one file that must be claimable. */
export async function claimed(at: Date): Promise<ClaimedMedia> {
  const [claim] = await claimMedia(10, at);
  if (!claim) throw new Error("nothing to claim");
  return claim;
}

export const media = (id: string) => db.media.findUniqueOrThrow({ where: { id } });

/** What a resident sends is fetched, at the second try, or given up; what an officer sends is taken by WeChat, taken away, or let go. */
export async function keepFiles(desk: Town, openid: string) {
  const { hears, lin, zhao } = desk;
  const { threadId } = await sendsPicture({ hears }, now(), "wx-1", openid);
  await holdMedia(await claimed(now()), "timeout");
  await storeMedia(await claimed(after(now(), HOUR)), A_FILE);
  await sendsPicture({ hears }, now(), "wx-12", openid);
  await failMedia(await claimed(now()), "expired");
  const id = uuid();
  await keepPicture({ id, threadId, ...A_FILE }, lin);
  await markUploaded(id, "wx-123");
  await dropPicture({ mediaId: id }, lin);
  await keepPicture({ id: uuid(), threadId, ...A_FILE }, zhao);
  await forgetPictures(1, after(now(), 25 * HOUR));
}

export const A_FILE: StoredFile = {
  ...{ storageKey: "a/b/c", thumbnailKey: null, contentType: "image/jpeg", bytes: 7, width: 4, height: 3, milliseconds: null },
};
