import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { LEASE_SECONDS } from "./rules";

export type Claim = { id: string; claimId: string };

/**
 * WeChat took one message of several; the lease starts anew for the next. Told again, because the first answer was lost, it counts once.
 * @param part its place in the whole reply, from 1
 * @returns false when the claim has run out meanwhile: then nothing more may be sent
 */
export async function markPartSent(claim: Claim, part: number, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [reply] = await tx.reply.updateManyAndReturn({
      where: { id: claim.id, claimId: claim.claimId, status: "sending", leaseUntil: { gt: at }, partsSent: part - 1 },
      data: { partsSent: part, leaseUntil: after(at, LEASE_SECONDS * SECOND) },
    });
    if (!reply) {
      const again = { id: claim.id, claimId: claim.claimId, status: "sending", leaseUntil: { gt: at }, partsSent: part } as const;
      return (await tx.reply.count({ where: again })) === 1;
    }
    const sent = await tx.message.findMany({ where: { replyId: reply.id }, orderBy: { seq: "asc" }, skip: part - 1, take: 1 });
    for (const message of sent) await tx.message.update({ where: { id: message.id }, data: { sentAt: at } });
    await record(
      tx,
      {
        type: "reply.partSent",
        accountId: reply.accountId,
        threadId: reply.threadId,
        replyId: reply.id,
        facts: { partsSent: reply.partsSent, partCount: reply.partCount },
      },
      at,
    );
    return true;
  });
}
