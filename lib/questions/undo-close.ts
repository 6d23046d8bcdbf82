import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { resumeAnswer } from "@/lib/sla/answering";
import { termsOf } from "@/lib/sla/queries";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { mayCollect } from "./collecting";
import { UNDO_CLOSE_SECONDS } from "./rules";
import type { OnQuestion } from "./schema";

/**
 * Takes one's own closing back within thirty seconds: a slip of the finger, not a reopening that reports would count.
 * @throws Refusal undoTooLate when it is too late or a colleague closed it, questionNotFound
 */
export async function undoClose(input: OnQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const question = await tx.question.findFirst({ where: { id: input.questionId, accountId: { in: [...officer.scope.accountIds] } } });
    if (!question) throw new Refusal("questionNotFound");
    const collecting = await mayCollect(tx, question.threadId);
    // Another question collects: the resident has spoken meanwhile, and this one would never hear of it.
    const resumed = collecting ? {} : resumeAnswer(question, await termsOf(tx, question.accountId, question.openedAt), at);
    const undone = await tx.question.updateMany({
      where: { id: question.id, closedById: officer.id, closedAt: { gt: after(at, -UNDO_CLOSE_SECONDS * SECOND) } },
      data: { closedAt: null, closedById: null, closeReason: null, collecting, ...resumed },
    });
    if (undone.count === 0) throw new Refusal("undoTooLate");
    await record(
      tx,
      {
        type: "question.closeUndone",
        accountId: question.accountId,
        threadId: question.threadId,
        questionId: question.id,
        officerId: officer.id,
        ...("answerResumedAt" in resumed ? { facts: { resumed: true } } : {}),
      },
      at,
    );
  });
}
