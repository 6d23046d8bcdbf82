import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { atWork } from "@/lib/officers/admins";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { AccountActive } from "./schema";

/**
 * An admin lets an account's door take nothing any more, or again; within five seconds every process does so. What was written and queued
 * before stays.
 * @throws Refusal notAllowed, accountNotFound
 */
export async function setAccountActive({ accountId, isActive }: AccountActive, admin: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    await atWork(tx, admin);
    const { count } = await tx.officialAccount.updateMany({
      where: { id: { in: admin.scope.accountIds.filter((id) => id === accountId) } },
      data: { deactivatedAt: isActive ? null : at },
    });
    if (count === 0) throw new Refusal("accountNotFound");
    await record(tx, { type: "account.activeSet", accountId, officerId: admin.id, facts: { isActive } }, at);
  });
}
