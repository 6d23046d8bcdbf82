import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import type { SavePolicy } from "./schema";
import { holdLimits, nextFrom } from "./succession";

/**
 * Keeps what an account owes its residents from an instant on. Clocks that have started keep theirs.
 * @throws Refusal accountNotFound, limitsChanged, limitsPlannedThen, notEffectiveThen
 */
export async function savePolicy(
  { accountId, policy, ...asked }: SavePolicy,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<{ id: string; effectiveFrom: Date }> {
  return db.$transaction(async (tx) => {
    await holdLimits(tx, accountId, officer.scope);
    const standing = await tx.slaPolicy.findMany({
      where: { accountId },
      select: { id: true, effectiveFrom: true },
      orderBy: [{ savedAt: "desc" }, { id: "desc" }],
    });
    const effectiveFrom = nextFrom(standing, asked, at);
    const data = { accountId, effectiveFrom, policy, officerId: officer.id, savedAt: at };
    const { id } = await tx.slaPolicy.create({ data, select: { id: true } });
    const facts = { policyId: id, effectiveFrom: effectiveFrom.toISOString() };
    await record(tx, { type: "policy.saved", accountId, officerId: officer.id, facts }, at);
    return { id, effectiveFrom };
  });
}
