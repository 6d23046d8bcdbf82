import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { earliestBeginning } from "./rules";
import type { WithdrawPolicy } from "./schema";

/**
 * Takes a planned policy away before it goes.
 * @throws Refusal limitsNotWithdrawable when it goes already or within seconds, or is not there (any more).
 */
export async function withdrawPolicy(
  { policyId }: WithdrawPolicy,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<void> {
  const planned = { id: policyId, accountId: { in: [...officer.scope.accountIds] }, effectiveFrom: { gt: earliestBeginning(at) } };
  await db.$transaction(async (tx) => {
    const found = await tx.slaPolicy.findFirst({ where: planned, select: { accountId: true } });
    const taken = await tx.slaPolicy.deleteMany({ where: planned });
    if (!found || taken.count === 0) throw new Refusal("limitsNotWithdrawable");
    const facts = { policyId };
    await record(tx, { type: "policy.withdrawn", accountId: found.accountId, officerId: officer.id, facts }, at);
  });
}
