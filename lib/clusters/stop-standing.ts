import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnGroupAnswer } from "./schema";

/**
 * Stops an answer that goes on by itself, at once.
 * @throws Refusal groupAnswerEnded when it does not go on, groupAnswerNotFound
 */
export async function stopStanding(input: OnGroupAnswer, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: input.groupAnswerId, accountId: { in: [...officer.scope.accountIds] } };
    const [stopped] = await tx.groupAnswer.updateManyAndReturn({
      where: { ...where, goesOnUntil: { gt: at }, goesOnStoppedAt: null },
      data: { goesOnStoppedAt: at, goesOnStoppedById: officer.id },
    });
    if (!stopped) throw new Refusal((await tx.groupAnswer.count({ where })) === 0 ? "groupAnswerNotFound" : "groupAnswerEnded");
    const { accountId, clusterId, id: groupAnswerId } = stopped;
    await record(tx, { type: "groupAnswer.stopped", accountId, officerId: officer.id, facts: { clusterId, groupAnswerId } }, at);
  });
}
