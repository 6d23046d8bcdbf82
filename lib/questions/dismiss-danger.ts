import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { holdSeenThread } from "./collecting";
import { refuseUnlessOpen } from "./refuse";
import type { OnSeenQuestion } from "./schema";

/**
 * 非紧急: an officer has read it, and the question goes back among the clocks. A new message that names a danger lifts it again.
 * @throws Refusal threadMoved when the resident has written since, questionNotOpen, questionNotFound
 */
export async function dismissDanger(input: OnSeenQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdSeenThread(tx, input, officer.scope);
    const [dismissed] = await tx.question.updateManyAndReturn({
      where: {
        id: input.questionId,
        accountId: { in: [...officer.scope.accountIds] },
        answeredAt: null,
        closedAt: null,
        dangerWord: { not: null },
        dangerDismissedAt: null,
      },
      data: { dangerDismissedAt: at, dangerDismissedById: officer.id },
    });
    if (!dismissed) return refuseUnlessOpen(tx, input.questionId, officer.scope);
    await record(
      tx,
      {
        type: "question.dangerDismissed",
        accountId: dismissed.accountId,
        threadId: dismissed.threadId,
        questionId: dismissed.id,
        officerId: officer.id,
      },
      at,
    );
  });
}
