import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { refuseUnlessOpen } from "./refuse";
import { RAISED_BY_OFFICER } from "./rules";
import type { OnQuestion } from "./schema";

/**
 * 设为紧急: an officer lifts a question above every clock, whatever its words; also takes a 非紧急 back.
 * @throws Refusal questionNotOpen, questionNotFound
 */
export async function raiseDanger(input: OnQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const question = await tx.question.findFirst({ where: { id: input.questionId, accountId: { in: [...officer.scope.accountIds] } } });
    if (!question) throw new Refusal("questionNotFound");
    const raised = await tx.question.updateMany({
      where: { id: question.id, answeredAt: null, closedAt: null },
      data: { dangerWord: question.dangerWord ?? RAISED_BY_OFFICER, dangerDismissedAt: null, dangerDismissedById: null },
    });
    if (raised.count === 0) return refuseUnlessOpen(tx, question.id, officer.scope);
    await record(
      tx,
      {
        type: "question.dangerRaised",
        accountId: question.accountId,
        threadId: question.threadId,
        questionId: question.id,
        officerId: officer.id,
      },
      at,
    );
  });
}
