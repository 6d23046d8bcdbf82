import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { lockAccount } from "./membership";
import { isBetter, type Tuning, type TuningFigures } from "./rules";

/**
 * Lets what officers taught change an account's decision, where it was measured to be better. The former tuning is kept; the worker
 * that groups the account reads it from the event.
 * @param proposal `inForceId`: the tuning it was measured against
 * @returns false where it is no better, or another one came into force meanwhile
 */
export async function tuneGrouping(
  proposal: { accountId: string; inForceId: string | null; tuning: Tuning; figures: TuningFigures },
  at = now(),
): Promise<boolean> {
  const { accountId, inForceId, tuning, figures } = proposal;
  if (!isBetter(figures)) return false;
  return db.$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const inForce = await tx.groupingTuning.findFirst({
      where: { accountId, revertedAt: null },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    if ((inForce?.id ?? null) !== inForceId) return false;
    const { id } = await tx.groupingTuning.create({ data: { accountId, ...tuning, figures, at }, select: { id: true } });
    await record(tx, { type: "grouping.tuned", accountId, facts: { tuningId: id, ...tuning, ...figures } }, at);
    return true;
  });
}
