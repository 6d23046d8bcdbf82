import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { ResendNotice } from "./schema";

/**
 * Puts a notice that has ended, taken or given up, on its way again, under the same id and with the same body.
 * @throws Refusal noticeNotFound, also for one that is still on its way
 */
export async function resendNotice({ noticeId }: ResendNotice, officer: Pick<ActingOfficer, "id" | "scope">, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const subscriber = { accountId: { in: [...officer.scope.accountIds] } };
    const where = { id: noticeId, status: { in: ["taken" as const, "failed" as const] }, subscriber };
    const notice = await tx.notice.findFirst({ where, select: { subscriberId: true, subscriber: { select: { accountId: true } } } });
    const again = { status: "queued" as const, sendAfter: at, endedAt: null, firstTriedAt: null, attempts: 0 };
    const { count } = await tx.notice.updateMany({ where, data: again });
    if (!notice || count === 0) throw new Refusal("noticeNotFound");
    await tx.subscriber.update({ where: { id: notice.subscriberId }, data: { nextAt: at }, select: { id: true } });
    const event = { type: "notice.resent" as const, accountId: notice.subscriber.accountId, officerId: officer.id };
    await record(tx, { ...event, facts: { noticeId, subscriberId: notice.subscriberId } }, at);
  });
}
