import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { refuseUnlessOpen } from "./refuse";
import type { OnQuestion } from "./schema";

/**
 * 取消稍后: back into the waiting list now. One that is not snoozed stays as it is.
 * @throws Refusal questionNotOpen, questionNotFound
 */
export async function wakeQuestion(input: OnQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [woken] = await tx.question.updateManyAndReturn({
      where: {
        id: input.questionId,
        accountId: { in: [...officer.scope.accountIds] },
        answeredAt: null,
        closedAt: null,
        snoozedUntil: { not: null },
      },
      data: { snoozedUntil: null, snoozedById: null },
    });
    if (!woken) return refuseUnlessOpen(tx, input.questionId, officer.scope);
    await record(
      tx,
      { type: "question.woken", accountId: woken.accountId, threadId: woken.threadId, questionId: woken.id, officerId: officer.id },
      at,
    );
  });
}
