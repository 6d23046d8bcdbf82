import { db } from "@/lib/db";
import type { town } from "@/prisma/town";
import { type ClaimedMedia, claimMedia } from "./claim-media";
import type { StoredFile } from "./store-media";

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

export const A_FILE: StoredFile = {
  ...{ storageKey: "a/b/c", thumbnailKey: null, contentType: "image/jpeg", bytes: 7, width: 4, height: 3, milliseconds: null },
};
