import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { refuseUnlessOpen } from "./refuse";
import type { OnQuestion } from "./schema";

/**
 * 我来答: says to colleagues that this officer answers. Claiming one's own again changes nothing.
 * @throws Refusal alreadyClaimed by a colleague, questionNotOpen, questionNotFound
 */
export async function claimQuestion(input: OnQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [taken] = await tx.question.updateManyAndReturn({
      where: {
        id: input.questionId,
        accountId: { in: [...officer.scope.accountIds] },
        answeredAt: null,
        closedAt: null,
        OR: [{ assignedToId: null }, { assignedToId: officer.id }],
      },
      data: { assignedToId: officer.id, assignedAt: at },
    });
    if (!taken) {
      await refuseUnlessOpen(tx, input.questionId, officer.scope);
      throw new Refusal("alreadyClaimed");
    }
    await record(
      tx,
      { type: "question.claimed", accountId: taken.accountId, threadId: taken.threadId, questionId: taken.id, officerId: officer.id },
      at,
    );
  });
}
