import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { holdSeenThread } from "./collecting";
import { refuseUnlessOpen } from "./refuse";
import type { CloseQuestion } from "./schema";

/**
 * Ends a question without a reply, for one of the fixed reasons. The supervisor sees the share of these.
 * @throws Refusal threadMoved when the resident has written since, questionNotOpen, questionNotFound
 */
export async function closeQuestion(input: CloseQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdSeenThread(tx, input, officer.scope);
    const [closed] = await tx.question.updateManyAndReturn({
      where: { id: input.questionId, accountId: { in: [...officer.scope.accountIds] }, answeredAt: null, closedAt: null },
      data: { closedAt: at, closedById: officer.id, closeReason: input.reason, collecting: false },
    });
    if (!closed) {
      await refuseUnlessOpen(tx, input.questionId, officer.scope);
      throw new Refusal("questionNotOpen");
    }
    await record(
      tx,
      {
        type: "question.closed",
        accountId: closed.accountId,
        threadId: closed.threadId,
        questionId: closed.id,
        officerId: officer.id,
        facts: { reason: input.reason },
      },
      at,
    );
  });
}
