import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";

/** WeChat has an officer's picture, under this name for three days: another try of its message need not upload it again. */
export async function markUploaded(id: string, wechatId: string, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [media] = await tx.media.updateManyAndReturn({ where: { id, state: "stored" }, data: { wechatId, wechatSince: at } });
    if (!media) return false;
    await record(tx, { type: "media.uploaded", accountId: media.accountId, facts: { mediaId: id } }, at);
    return true;
  });
}
