import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { lockAccount } from "./membership";

/**
 * Takes back the tuning in force: the one before it holds again, or none.
 * @returns false where none is in force
 */
export async function revertTuning(accountId: string, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const inForce = await tx.groupingTuning.findFirst({
      where: { accountId, revertedAt: null },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    if (!inForce) return false;
    await tx.groupingTuning.update({ where: { id: inForce.id }, data: { revertedAt: at } });
    await record(tx, { type: "grouping.tuningReverted", accountId, facts: { tuningId: inForce.id } }, at);
    return true;
  });
}
