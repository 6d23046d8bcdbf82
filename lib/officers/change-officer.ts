import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, giveAccounts, reaches, refuseLastAdmin, type Target, targetOf } from "./admins";
import type { ChangeOfficer } from "./schema";
import type { ActingOfficer } from "./scope";
import { endSessions } from "./sessions";

/**
 * An admin gives an officer another name, role or other accounts. With another role or other accounts all sessions of that officer end.
 * @throws Refusal notAllowed, officerNotYours, accountNotFound when an account is none of the admin's, lastAdmin
 */
export async function changeOfficer(input: ChangeOfficer, admin: ActingOfficer, at = now()): Promise<void> {
  const { officerId, name, role, allAccounts } = input;
  const accountIds = allAccounts ? [] : [...new Set(input.accountIds)];
  await db.$transaction(async (tx) => {
    const acting = await atWork(tx, admin);
    const target = await targetOf(tx, acting, officerId);
    if (!reaches(acting, { allAccounts, accountIds })) throw new Refusal("accountNotFound");
    const isLess = role !== "admin" || (target.allAccounts && !allAccounts);
    if (target.role === "admin" && isLess && !target.deactivatedAt) refuseLastAdmin(acting, target);
    await tx.officer.update({ where: { id: officerId }, data: { name, role, allAccounts } });
    await giveAccounts(tx, officerId, accountIds);
    const isOther = role !== target.role || isOtherReach(target, { allAccounts, accountIds });
    const sessions = isOther ? await endSessions(tx, { officerId }, at) : 0;
    const facts = { ofId: officerId, role, roleBefore: target.role, allAccounts, accounts: accountIds.length, sessions };
    await record(tx, { type: "officer.changed", officerId: admin.id, facts }, at);
  });
}

function isOtherReach(before: Target, next: { allAccounts: boolean; accountIds: readonly string[] }): boolean {
  return before.allAccounts !== next.allAccounts || [...before.accountIds].sort().join() !== [...next.accountIds].sort().join();
}
