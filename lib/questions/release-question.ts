import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { refuseUnlessOpen } from "./refuse";
import type { ReleaseQuestion } from "./schema";

/**
 * 放回待答: nobody in particular answers it any more; a colleague's claim may be lifted too. The clock never stops for it.
 * @throws Refusal alreadyClaimed when another officer answers it than the one who was seen, questionNotOpen, questionNotFound
 */
export async function releaseQuestion(input: ReleaseQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [released] = await tx.question.updateManyAndReturn({
      where: {
        id: input.questionId,
        accountId: { in: [...officer.scope.accountIds] },
        answeredAt: null,
        closedAt: null,
        assignedToId: input.assignedToId ?? { not: null },
      },
      data: { assignedToId: null, assignedAt: null },
    });
    if (!released) return refuseUnlessFree(tx, input, officer);
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

/** Nothing was released: well so when nobody answers the question. */
async function refuseUnlessFree(tx: Tx, { questionId }: ReleaseQuestion, officer: ActingOfficer) {
  await refuseUnlessOpen(tx, questionId, officer.scope);
  const question = await tx.question.findUniqueOrThrow({ where: { id: questionId }, select: { assignedToId: true } });
  if (question.assignedToId !== null) throw new Refusal("alreadyClaimed");
}
