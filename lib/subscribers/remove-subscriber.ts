import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnSubscriber } from "./schema";

/**
 * Tells a subscriber nothing any more: with it go its secrets, its log and what still waits.
 * @throws Refusal subscriberNotFound
 */
export async function removeSubscriber(
  { subscriberId }: OnSubscriber,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const accountId = { in: [...officer.scope.accountIds] };
    const subscriber = await tx.subscriber.findFirst({ where: { id: subscriberId, accountId }, select: { accountId: true } });
    const { count } = await tx.subscriber.deleteMany({ where: { id: subscriberId, accountId } });
    if (!subscriber || count === 0) throw new Refusal("subscriberNotFound");
    const event = { type: "subscriber.removed" as const, accountId: subscriber.accountId, officerId: officer.id };
    await record(tx, { ...event, facts: { subscriberId } }, at);
  });
}
