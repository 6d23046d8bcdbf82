import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { replyWindow, windowRefusal } from "@/lib/residents/rules";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { partOf, type ReplyPart } from "./pictures";
import { LEASE_SECONDS } from "./rules";
import { spend } from "./windows";

export type ClaimedReply = {
  kind: "claimed";
  id: string;
  claimId: string;
  accountId: string;
  openid: string;
  /** What is still to be sent, and how many parts went before. */
  parts: ReplyPart[];
  partsSent: number;
  attempts: number;
  queuedAt: Date;
};
export type UnsendableReply = { kind: "unsendable"; id: string };

/**
 * Takes the next reply that is due for this worker alone: the oldest of its thread, never while an earlier one is queued or being sent.
 * Spends the resident's window for the parts still to send and starts a thirty-second lease. A reply whose window has closed fails here, unsent.
 * @returns null when nothing is due
 */
export async function claimReply(at = now()): Promise<ClaimedReply | UnsendableReply | null> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      SELECT y.id FROM "Reply" y
      WHERE y.status = 'queued' AND y."sendAfter" <= ${at}
        AND NOT EXISTS (SELECT 1 FROM "Reply" e WHERE e."threadId" = y."threadId" AND e.seq < y.seq AND e.status IN ('queued', 'sending'))
      ORDER BY y."sendAfter", y.seq LIMIT 1 FOR UPDATE OF y SKIP LOCKED`;
    if (!due) return null;

    const reply = await tx.reply.findUniqueOrThrow({
      where: { id: due.id },
      include: { thread: { include: { resident: true } }, messages: { orderBy: { seq: "asc" }, include: { media: true } } },
    });
    const { resident } = reply.thread;
    const left = reply.messages.slice(reply.partsSent);
    const window = replyWindow(resident, at, left.length);
    const about = { accountId: reply.accountId, threadId: reply.threadId, replyId: reply.id };
    if (!window || !(await spend(tx, resident.id, window.kind, left.length))) {
      const errorCode = windowRefusal(resident, at, left.length) ?? "windowSpent";
      await tx.reply.update({ where: { id: reply.id }, data: { status: "failed", failedAt: at, errorCode } });
      await record(tx, { ...about, type: "reply.failed", facts: { errorCode } }, at);
      return { kind: "unsendable", id: reply.id };
    }

    const claimId = uuid();
    const { attempts } = await tx.reply.update({
      where: { id: reply.id },
      data: {
        status: "sending",
        claimId,
        leaseUntil: after(at, LEASE_SECONDS * SECOND),
        attempts: { increment: 1 },
        window: window.kind,
        windowOpenedAt: window.openedAt,
        errorCode: null,
        errorDetail: null,
      },
    });
    await record(tx, { ...about, type: "reply.claimed", facts: { attempts, window: window.kind } }, at);
    return {
      kind: "claimed",
      id: reply.id,
      claimId,
      accountId: reply.accountId,
      openid: resident.openid,
      parts: left.map((message) => partOf(message, at)),
      partsSent: reply.partsSent,
      attempts,
      queuedAt: reply.queuedAt,
    };
  });
}
