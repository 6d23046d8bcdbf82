import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SetAssignment } from "./schema";

/**
 * 分派方式: officers take new questions themselves, or they are dealt to those on duty. Questions that somebody holds stay there.
 * @throws Refusal accountNotFound
 */
export async function setAssignment({ accountId, assignment }: SetAssignment, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const set = await tx.officialAccount.updateMany({
      where: { AND: [{ id: accountId }, { id: { in: [...officer.scope.accountIds] } }] },
      data: { assignment },
    });
    if (set.count === 0) throw new Refusal("accountNotFound");
    await record(tx, { type: "account.assignmentSet", accountId, officerId: officer.id, facts: { assignment } }, at);
  });
}
