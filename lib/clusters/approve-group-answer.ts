import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnGroupAnswer } from "./schema";

/**
 * 审定: a colleague lets an answer to fifty or more go out.
 * @throws Refusal approvalByAuthor, groupAnswerEnded when it was approved or taken back already, groupAnswerNotFound
 */
export async function approveGroupAnswer(input: OnGroupAnswer, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: input.groupAnswerId, accountId: { in: [...officer.scope.accountIds] } };
    const [approved] = await tx.groupAnswer.updateManyAndReturn({
      where: { ...where, approvalNeeded: true, approvedAt: null, withdrawnAt: null, officerId: { not: officer.id } },
      data: { approvedAt: at, approvedById: officer.id },
    });
    if (!approved) {
      const known = await tx.groupAnswer.findFirst({ where });
      if (!known) throw new Refusal("groupAnswerNotFound");
      const own = known.officerId === officer.id && known.approvedAt === null && known.withdrawnAt === null;
      throw new Refusal(own ? "approvalByAuthor" : "groupAnswerEnded");
    }
    const { accountId, clusterId, id: groupAnswerId } = approved;
    await record(tx, { type: "groupAnswer.approved", accountId, officerId: officer.id, facts: { clusterId, groupAnswerId } }, at);
  });
}
