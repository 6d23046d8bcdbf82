import type { Tx } from "@/lib/db";
import { MEDIA_KEPT_DAYS } from "@/lib/messages/rules";
import { Refusal } from "@/lib/refusal";
import { after, DAY, HOUR } from "@/lib/time/rules";

/** One WeChat message of a reply: words, or a picture by where its bytes lie and, while WeChat has it, what WeChat calls it. */
export type ReplyPart = { kind: "text"; text: string } | { kind: "picture"; mediaId: string; storageKey: string; wechatId: string | null };

/** Makes pictures that an officer has kept for a thread part of messages, each of one. @throws Refusal pictureNotFound */
export async function attachPictures(
  tx: Tx,
  messages: readonly { messageId: string; mediaId: string }[],
  { threadId, officerId }: { threadId: string; officerId: string },
): Promise<void> {
  for (const { messageId, mediaId } of messages) {
    const { count } = await tx.media.updateMany({
      where: { id: mediaId, threadId, officerId, messageId: null, state: "stored" },
      data: { messageId },
    });
    if (count === 0) throw new Refusal("pictureNotFound");
  }
}

/** The pictures of a reply that was taken back belong to nothing again. @returns their ids in the order of their messages */
export async function releasePictures(tx: Tx, replyId: string): Promise<string[]> {
  const held = await tx.media.findMany({ where: { message: { replyId } }, orderBy: { message: { seq: "asc" } }, select: { id: true } });
  const ids = held.map(({ id }) => id);
  if (ids.length > 0) await tx.media.updateMany({ where: { id: { in: ids } }, data: { messageId: null } });
  return ids;
}

type Row = { text: string; media: { id: string; storageKey: string | null; wechatId: string | null; wechatSince: Date | null } | null };

/** What a message of a reply is sent as. WeChat's name for a picture that ends within the hour counts no more. */
export function partOf({ text, media }: Row, at: Date): ReplyPart {
  if (!media?.storageKey) return { kind: "text", text };
  const isThere = media.wechatSince !== null && after(media.wechatSince, MEDIA_KEPT_DAYS * DAY - HOUR) > at;
  return { kind: "picture", mediaId: media.id, storageKey: media.storageKey, wechatId: isThere ? media.wechatId : null };
}
