import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { refuseUnlessOpen } from "./refuse";
import type { OnQuestion } from "./schema";

/**
 * 放回待答: nobody in particular answers it any more; a colleague's claim may be lifted too. The clock never stops for it.
 * @throws Refusal questionNotOpen, questionNotFound
 */
export async function releaseQuestion(input: OnQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [released] = await tx.question.updateManyAndReturn({
      where: {
        id: input.questionId,
        accountId: { in: [...officer.scope.accountIds] },
        answeredAt: null,
        closedAt: null,
        assignedToId: { not: null },
      },
      data: { assignedToId: null, assignedAt: null },
    });
    if (!released) return refuseUnlessOpen(tx, input.questionId, officer.scope);
    await record(
      tx,
      {
        type: "question.released",
        accountId: released.accountId,
        threadId: released.threadId,
        questionId: released.id,
        officerId: officer.id,
      },
      at,
    );
  });
}
