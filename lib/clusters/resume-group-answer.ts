import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnGroupAnswer } from "./schema";

/**
 * 继续: whoever still waits gets it.
 * @throws Refusal groupAnswerEnded, groupAnswerNotFound
 */
export async function resumeGroupAnswer(input: OnGroupAnswer, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: input.groupAnswerId, accountId: { in: [...officer.scope.accountIds] } };
    const [changed] = await tx.groupAnswer.updateManyAndReturn({
      where: { ...where, withdrawnAt: null, pausedAt: { not: null }, members: { some: { state: "waiting" } } },
      data: { pausedAt: null, pausedById: null },
    });
    if (!changed) {
      const known = await tx.groupAnswer.count({ where });
      throw new Refusal(known === 0 ? "groupAnswerNotFound" : "groupAnswerEnded");
    }
    const { accountId, clusterId, id: groupAnswerId } = changed;
    await record(tx, { type: "groupAnswer.resumed", accountId, officerId: officer.id, facts: { clusterId, groupAnswerId } }, at);
  });
}
