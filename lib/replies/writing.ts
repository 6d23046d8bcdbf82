import type { Tx } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { after, SECOND } from "@/lib/time/rules";
import { attachPictures } from "./pictures";
import type { QueueReply } from "./schema";

/** Whose reply it is, and in which accounts. */
export type Author = Pick<ActingOfficer, "id" | "scope">;
type NewReply = {
  id: string;
  input: QueueReply;
  parts: string[];
  thread: { id: string; accountId: string };
  officer: Author;
  at: Date;
  undo: number;
  group?: GroupOrigin;
};
/** The group answer that a reply comes from. `answersThroughSeq`: where its officer had not read on, the last message that counts as seen. */
export type GroupOrigin = { groupAnswerId: string; standing?: boolean; answersThroughSeq?: bigint };

/** Writes a reply and its messages down inside a verb that records it; the thread has been taken. `undo`: seconds in which it can be taken back. */
export async function writeReply(tx: Tx, { id, input, parts, thread, officer, at, undo, group }: NewReply): Promise<void> {
  const seen = await tx.message.findFirst({
    where: { threadId: thread.id, direction: "inbound" },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  const question = await tx.question.findFirst({
    where: { threadId: thread.id, answeredAt: null, closedAt: null },
    orderBy: { openedAt: "asc" },
    select: { id: true },
  });
  const { pictures = [] } = input;
  await tx.reply.create({
    data: {
      id,
      accountId: thread.accountId,
      threadId: thread.id,
      officerId: officer.id,
      kind: input.kind,
      text: input.text.trim(),
      ...(input.kind === "interim" ? { promisedUnit: input.unit, promisedAt: input.promisedAt } : {}),
      answersThroughSeq: group?.answersThroughSeq ?? seen?.seq ?? 0n,
      groupAnswerId: group?.groupAnswerId ?? null,
      standing: group?.standing ?? false,
      partCount: parts.length + pictures.length,
      queuedAt: at,
      sendAfter: after(at, undo * SECOND),
    },
  });
  const about = { accountId: thread.accountId, threadId: thread.id, questionId: question?.id ?? null, replyId: id };
  const said = { ...about, direction: "outbound", nature: "content", at } as const;
  for (const text of parts) await tx.message.create({ data: { ...said, kind: "text", text } });
  const shown: { messageId: string; mediaId: string }[] = [];
  for (const mediaId of pictures) {
    const message = await tx.message.create({ data: { ...said, kind: "image", text: "" }, select: { id: true } });
    shown.push({ messageId: message.id, mediaId });
  }
  await attachPictures(tx, shown, { threadId: thread.id, officerId: officer.id });
}
