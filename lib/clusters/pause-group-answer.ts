import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnGroupAnswer } from "./schema";

/**
 * 暂停: nobody else gets it until it goes on; replies that are on their way arrive.
 * @throws Refusal groupAnswerEnded, groupAnswerNotFound
 */
export async function pauseGroupAnswer(input: OnGroupAnswer, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: input.groupAnswerId, accountId: { in: [...officer.scope.accountIds] } };
    const [changed] = await tx.groupAnswer.updateManyAndReturn({
      where: { ...where, withdrawnAt: null, pausedAt: null, members: { some: { state: "waiting" } } },
      data: { pausedAt: at, pausedById: officer.id },
    });
    if (!changed) {
      const known = await tx.groupAnswer.count({ where });
      throw new Refusal(known === 0 ? "groupAnswerNotFound" : "groupAnswerEnded");
    }
    const { accountId, clusterId, id: groupAnswerId } = changed;
    await record(tx, { type: "groupAnswer.paused", accountId, officerId: officer.id, facts: { clusterId, groupAnswerId } }, at);
  });
}
