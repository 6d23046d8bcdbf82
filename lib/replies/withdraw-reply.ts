import { db, type Tx } from "@/lib/db";
import type { SavedDraft } from "@/lib/drafts/queries";
import { restoreDraft } from "@/lib/drafts/sending";
import { record, recordAll } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { releasePictures } from "./pictures";
import type { OnReply } from "./schema";

/** `draft`: the words as the officer's draft, or null where the officer has begun another one. `pictures`: those that were to follow them. */
type Withdrawn = { text: string; pictures: string[]; threadVersion: number; draft: SavedDraft | null };

/**
 * 撤回: takes a reply back that the worker has not claimed yet; its text is returned to the composer. A colleague's that waits for a retry, too.
 * @throws Refusal replyNotWithdrawable once it is being sent, replyNotFound
 */
export async function withdrawReply(input: OnReply, officer: ActingOfficer, at = now()): Promise<Withdrawn> {
  return db.$transaction(async (tx) => {
    const taken = await takeBack(tx, input.replyId, officer, at);
    if (!taken) {
      const known = await tx.reply.count({ where: { id: input.replyId, accountId: { in: [...officer.scope.accountIds] } } });
      throw new Refusal(known === 0 ? "replyNotFound" : "replyNotWithdrawable");
    }
    const { reply, thread } = taken;
    const seen = await seenBy(tx, reply, thread.version);
    const { timeZone } = await tx.officialAccount.findUniqueOrThrow({ where: { id: reply.accountId }, select: { timeZone: true } });
    const draft = await restoreDraft(tx, { officerId: officer.id, threadId: reply.threadId }, { ...reply, timeZone }, seen, at);
    const pictures = await releasePictures(tx, reply.id, officer.id, at);
    return { text: reply.text, pictures, threadVersion: thread.version, draft };
  });
}

/** Takes a reply back inside a verb; null once it is being sent. */
async function takeBack(tx: Tx, replyId: string, officer: ActingOfficer, at: Date) {
  const [reply] = await tx.reply.updateManyAndReturn({
    where: { id: replyId, accountId: { in: [...officer.scope.accountIds] }, status: "queued", partsSent: 0 },
    data: { status: "withdrawn", withdrawnAt: at },
  });
  if (!reply) return null;
  const thread = await tx.thread.update({ where: { id: reply.threadId }, data: { version: { increment: 1 } } });
  await record(
    tx,
    { type: "reply.withdrawn", accountId: reply.accountId, threadId: reply.threadId, replyId: reply.id, officerId: officer.id },
    at,
  );
  return { reply, thread };
}

/** The same for all replies of a group answer that are not being sent yet, however many. @returns their ids */
export async function takeBackAll(tx: Tx, groupAnswerId: string, officer: ActingOfficer, at: Date): Promise<string[]> {
  const taken = await tx.reply.updateManyAndReturn({
    where: { groupAnswerId, accountId: { in: [...officer.scope.accountIds] }, status: "queued", partsSent: 0 },
    data: { status: "withdrawn", withdrawnAt: at },
    select: { id: true, accountId: true, threadId: true },
  });
  const threadIds = taken.map(({ threadId }) => threadId);
  // In the order in which intake holds them.
  await tx.$queryRaw`SELECT 1 FROM "Thread" WHERE id = ANY(${threadIds}::uuid[]) ORDER BY "residentId" FOR NO KEY UPDATE`;
  await tx.thread.updateMany({ where: { id: { in: threadIds } }, data: { version: { increment: 1 } } });
  const about = { type: "reply.withdrawn" as const, officerId: officer.id };
  await recordAll(
    tx,
    taken.map(({ id: replyId, accountId, threadId }) => ({ ...about, accountId, threadId, replyId })),
    at,
  );
  return taken.map(({ id }) => id);
}

/** How far the thread had come for who wrote the reply: to its end, unless more was said behind it. */
async function seenBy(tx: Tx, reply: { id: string; threadId: string }, version: number): Promise<{ version: number; seq: bigint }> {
  const last = await tx.message.findFirstOrThrow({ where: { replyId: reply.id }, orderBy: { seq: "desc" }, select: { seq: true } });
  const isLast = (await tx.message.count({ where: { threadId: reply.threadId, seq: { gt: last.seq }, kind: { not: "event" } } })) === 0;
  return { version: isLast ? version : version - 1, seq: last.seq };
}
