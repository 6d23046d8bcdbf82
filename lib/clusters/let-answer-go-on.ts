import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after, earlier } from "@/lib/time/rules";
import { MAX_GOING_ON } from "./rules";
import type { LetGoOn } from "./schema";

/**
 * 常备: lets an answer go on by itself, until a time at most three days ahead, to those who join the cluster later and surely ask the
 * same. It says to each that it is a standing one, and how to reach a person.
 * @throws Refusal groupAnswerEnded when it was taken back, corrected, is no answer, or the time is past; groupAnswerNotFound
 */
export async function letAnswerGoOn(input: LetGoOn, officer: ActingOfficer, at = now()): Promise<{ until: Date }> {
  const until = earlier(input.until, after(at, MAX_GOING_ON));
  if (until <= at) throw new Refusal("groupAnswerEnded");
  return db.$transaction(async (tx) => {
    const where = { id: input.groupAnswerId, accountId: { in: [...officer.scope.accountIds] } };
    const [going] = await tx.groupAnswer.updateManyAndReturn({
      where: {
        ...where,
        kind: "answer",
        withdrawnAt: null,
        correctedBy: { none: { withdrawnAt: null } },
        OR: [{ approvalNeeded: false }, { approvedAt: { not: null } }],
      },
      data: { goesOnUntil: until, goesOnById: officer.id, goesOnStoppedAt: null, goesOnStoppedById: null },
    });
    if (!going) throw new Refusal((await tx.groupAnswer.count({ where })) === 0 ? "groupAnswerNotFound" : "groupAnswerEnded");
    const { accountId, clusterId, id: groupAnswerId } = going;
    const facts = { clusterId, groupAnswerId, until: until.toISOString() };
    await record(tx, { type: "groupAnswer.letGoOn", accountId, officerId: officer.id, facts }, at);
    return { until };
  });
}
