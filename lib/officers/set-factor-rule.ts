import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, reachesAll } from "./admins";
import type { FactorRuleInput } from "./schema";
import type { ActingOfficer } from "./scope";

/**
 * An admin demands a second factor of everybody in a role, or does no more. Who has none adds one before anything else, from the next
 * click on.
 * @throws Refusal notAllowed, holdsForAll to whom an account is missing: it holds for who works there, too
 */
export async function setFactorRule({ role, isRequired }: FactorRuleInput, admin: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await reachesAll(tx, await atWork(tx, admin)))) throw new Refusal("holdsForAll");
    if (isRequired) await tx.factorRule.createMany({ data: [{ role, requiredAt: at, requiredById: admin.id }], skipDuplicates: true });
    else await tx.factorRule.deleteMany({ where: { role } });
    await record(tx, { type: "officer.factorRuleSet", officerId: admin.id, facts: { role, isRequired } }, at);
  });
}
