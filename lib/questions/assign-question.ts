import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { openQuestionOf, refuseUnlessColleague } from "./refuse";
import type { AssignQuestion } from "./schema";

/**
 * 分派: says who answers. Assigning it to whom it is assigned already changes nothing.
 * @throws Refusal alreadyClaimed when somebody else answers it than was seen, officerNotFound when the colleague has left or may
 * not see the account, questionNotOpen, questionNotFound
 */
export async function assignQuestion(input: AssignQuestion, officer: ActingOfficer, at = now()): Promise<{ previousId: string | null }> {
  return db.$transaction(async (tx) => {
    const question = await openQuestionOf(tx, input.questionId, officer.scope);
    const previousId = input.seenAssigneeId === undefined ? question.assignedToId : input.seenAssigneeId;
    await refuseUnlessColleague(tx, input.toId, question.accountId);
    if (question.assignedToId === input.toId && previousId === input.toId) return { previousId };
    const assigned = await tx.question.updateMany({
      where: { id: question.id, answeredAt: null, closedAt: null, assignedToId: previousId },
      data: { assignedToId: input.toId, assignedAt: at },
    });
    if (assigned.count === 0) {
      await openQuestionOf(tx, question.id, officer.scope);
      throw new Refusal("alreadyClaimed");
    }
    await record(
      tx,
      {
        type: "question.assigned",
        accountId: question.accountId,
        threadId: question.threadId,
        questionId: question.id,
        officerId: officer.id,
        facts: { toId: input.toId, previousId },
      },
      at,
    );
    return { previousId };
  });
}
