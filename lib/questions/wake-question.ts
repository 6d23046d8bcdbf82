import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { openQuestionOf } from "./refuse";
import type { OnQuestion } from "./schema";

/**
 * 取消稍后: back into the waiting list now. One that is not snoozed stays as it is.
 * @param input `seenUntil`: only if it is snoozed until then
 * @throws Refusal undoTooLate when it is snoozed until another time, questionNotOpen, questionNotFound
 */
export async function wakeQuestion(input: OnQuestion & { seenUntil?: Date }, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [woken] = await tx.question.updateManyAndReturn({
      where: {
        id: input.questionId,
        accountId: { in: [...officer.scope.accountIds] },
        answeredAt: null,
        closedAt: null,
        snoozedUntil: input.seenUntil ?? { not: null },
      },
      data: { snoozedUntil: null, snoozedById: null },
    });
    if (!woken) {
      const question = await openQuestionOf(tx, input.questionId, officer.scope);
      if (question.snoozedUntil) throw new Refusal("undoTooLate");
      return;
    }
    await record(
      tx,
      { type: "question.woken", accountId: woken.accountId, threadId: woken.threadId, questionId: woken.id, officerId: officer.id },
      at,
    );
  });
}
