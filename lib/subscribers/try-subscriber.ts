import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { TRIAL } from "./rules";
import type { OnSubscriber } from "./schema";

/**
 * 试发: a notice of nothing goes the way of all; its row tells what came of it.
 * @throws Refusal subscriberNotFound, also for one that is paused
 */
export async function trySubscriber(
  { subscriberId }: OnSubscriber,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<{ noticeId: string }> {
  return db.$transaction(async (tx) => {
    const where = { id: subscriberId, accountId: { in: [...officer.scope.accountIds] }, pausedAt: null };
    const subscriber = await tx.subscriber.findFirst({ where, select: { accountId: true } });
    if (!subscriber) throw new Refusal("subscriberNotFound");
    const id = uuid();
    const data = { id, subscriberId, type: TRIAL, key: `trial:${id}`, at, facts: {}, queuedAt: at, sendAfter: at };
    await tx.notice.create({ data, select: { id: true } });
    // Whoever tries one out wants to know now.
    await tx.subscriber.update({ where: { id: subscriberId }, data: { nextAt: at }, select: { id: true } });
    const event = { type: "subscriber.tried" as const, accountId: subscriber.accountId, officerId: officer.id };
    await record(tx, { ...event, facts: { subscriberId, noticeId: id } }, at);
    return { noticeId: id };
  });
}
