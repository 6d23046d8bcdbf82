import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { reopenWithin } from "@/lib/questions/reopen-question";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { ReviewClosing } from "./schema";

/**
 * A supervisor has looked at a question that was closed without a reply: rightly (认可), or it should have been answered (改判), which
 * opens it again at its original due time. Each closing is judged once, and by somebody else than who closed it.
 * @throws Refusal closingNotFound when it is open again or was closed anew, ownClosing, closingReviewed
 */
export async function reviewClosing({ questionId, closedAt, verdict }: ReviewClosing, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const question = await tx.question.findFirst({
      where: { id: questionId, accountId: { in: [...officer.scope.accountIds] }, closedAt },
    });
    if (!question?.closedById || !question.closeReason) throw new Refusal("closingNotFound");
    if (question.closedById === officer.id) throw new Refusal("ownClosing");
    const { accountId, threadId, closedById, closeReason } = question;
    const { count } = await tx.closingReview.createMany({
      data: { accountId, questionId, closedAt, closedById, verdict, officerId: officer.id, at },
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("closingReviewed");
    const facts = { verdict, reason: closeReason, closedById };
    await record(tx, { type: "closing.reviewed", accountId, threadId, questionId, officerId: officer.id, facts }, at);
    if (verdict === "overturned") await reopenWithin(tx, question, officer.id, at);
  });
}
