import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SatisfactionInput } from "./schema";

/**
 * Sets whether, when and in which words an account asks what residents think of its answers, and approves those words. Switched on it
 * asks about answers from now on, never about older ones.
 * @throws Refusal accountNotFound, satisfactionChanged when it is not what the officer saw any more
 */
export async function saveSatisfaction(
  { accountId, isOn, seenAt, ...asked }: SatisfactionInput,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await db.$transaction(async (tx) => {
    const before = await tx.satisfaction.findUnique({ where: { accountId } });
    const data = { ...asked, onSince: isOn ? (before?.onSince ?? at) : null, approvedById: officer.id, approvedAt: at };
    const { count } =
      seenAt === null
        ? await tx.satisfaction.createMany({ data: { accountId, ...data }, skipDuplicates: true })
        : await tx.satisfaction.updateMany({ where: { accountId, approvedAt: seenAt }, data });
    if (count === 0) throw new Refusal("satisfactionChanged");
    const { means, delayMinutes } = asked;
    await record(tx, { type: "satisfaction.saved", accountId, officerId: officer.id, facts: { isOn, means, delayMinutes } }, at);
  });
}
