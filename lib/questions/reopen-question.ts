import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { mayCollect } from "./collecting";
import type { OnQuestion } from "./schema";

/**
 * Opens a closed or answered question again, at its original due time; what the record said before stands in the events.
 * @throws Refusal questionNotClosed when it is open, questionNotFound
 */
export async function reopenQuestion(input: OnQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const question = await tx.question.findFirst({ where: { id: input.questionId, accountId: { in: [...officer.scope.accountIds] } } });
    if (!question) throw new Refusal("questionNotFound");
    const collecting = await mayCollect(tx, question.threadId);
    const reopened = await tx.question.updateMany({
      where: { id: question.id, OR: [{ answeredAt: { not: null } }, { closedAt: { not: null } }] },
      data: {
        answeredAt: null,
        answeredById: null,
        closedAt: null,
        closedById: null,
        closeReason: null,
        selfServedAt: null,
        reopenedAt: at,
        reopenedById: officer.id,
        collecting,
        // Somebody who was answered and is taken up again waits from the reopening on.
        waitingSince: question.firstRepliedAt ? at : null,
      },
    });
    if (reopened.count === 0) throw new Refusal("questionNotClosed");
    await record(
      tx,
      {
        type: "question.reopened",
        accountId: question.accountId,
        threadId: question.threadId,
        questionId: question.id,
        officerId: officer.id,
        facts: { was: question.closedAt ? "closed" : "answered" },
      },
      at,
    );
  });
}
