import { v7 as uuid } from "uuid";
import type { Tx } from "@/lib/db";
import { MEDIA_KEPT_DAYS } from "@/lib/messages/rules";
import { Refusal } from "@/lib/refusal";
import { after, DAY, HOUR } from "@/lib/time/rules";

/** One WeChat message of a reply: words, or a picture by where its bytes lie and, while WeChat has it, what WeChat calls it. */
export type ReplyPart = { kind: "text"; text: string } | { kind: "picture"; mediaId: string; storageKey: string; wechatId: string | null };

type Sender = { threadId: string; officerId: string };

/**
 * Makes pictures part of messages, each of one: those that an officer has kept for a thread, and those of a reply to it that was not
 * delivered, or of which nobody knows. @throws Refusal pictureNotFound
 */
export async function attachPictures(tx: Tx, messages: readonly { messageId: string; mediaId: string }[], sender: Sender): Promise<void> {
  for (const { messageId, mediaId } of messages) {
    const { count } = await tx.media.updateMany({
      where: { id: mediaId, ...sender, messageId: null, state: "stored" },
      data: { messageId },
    });
    if (count === 0) await attachAgain(tx, { messageId, mediaId }, sender);
  }
}

/** The pictures of a reply that was taken back belong to nothing again but to whom took it, and wait anew from then. @returns their ids in the order of their messages */
export async function releasePictures(tx: Tx, replyId: string, officerId: string, at: Date): Promise<string[]> {
  const held = await tx.media.findMany({ where: { message: { replyId } }, orderBy: { message: { seq: "asc" } }, select: { id: true } });
  const ids = held.map(({ id }) => id);
  if (ids.length > 0) await tx.media.updateMany({ where: { id: { in: ids } }, data: { messageId: null, officerId, storedAt: at } });
  return ids;
}

/** Whether some pictures are, one after the other, those that others were made of or are themselves. */
export async function areSamePictures(tx: Tx, ids: readonly string[], others: readonly string[]): Promise<boolean> {
  const rows = await tx.media.findMany({ where: { id: { in: [...ids, ...others] } }, select: { id: true, storageKey: true } });
  const bytesOf = (id: string) => rows.find((row) => row.id === id)?.storageKey ?? id;
  return ids.map(bytesOf).join() === others.map(bytesOf).join();
}

/** The message that was not delivered goes on showing its picture; the new one shows the same bytes under an id of its own. */
async function attachAgain(tx: Tx, { messageId, mediaId }: { messageId: string; mediaId: string }, { threadId, officerId }: Sender) {
  const message = { reply: { status: { in: ["failed" as const, "unknown" as const] } } };
  const shown = await tx.media.findFirst({ where: { id: mediaId, threadId, state: "stored", message } });
  if (!shown) throw new Refusal("pictureNotFound");
  await tx.media.create({ data: { ...shown, id: uuid(), messageId, officerId }, select: { id: true } });
}

type Row = { text: string; media: { id: string; storageKey: string | null; wechatId: string | null; wechatSince: Date | null } | null };

/** What a message of a reply is sent as. WeChat's name for a picture that ends within the hour counts no more. */
export function partOf({ text, media }: Row, at: Date): ReplyPart {
  if (!media?.storageKey) return { kind: "text", text };
  const isThere = media.wechatSince !== null && after(media.wechatSince, MEDIA_KEPT_DAYS * DAY - HOUR) > at;
  return { kind: "picture", mediaId: media.id, storageKey: media.storageKey, wechatId: isThere ? media.wechatId : null };
}
