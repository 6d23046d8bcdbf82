import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { holdSeenThread } from "./collecting";
import { openQuestionOf } from "./refuse";
import { isDanger, snoozeEnd } from "./rules";
import type { SnoozeQuestion } from "./schema";

/**
 * 稍后: out of the waiting list until then, or until shortly before something is owed, if that is sooner. The clock runs on, and
 * a new message with content brings it back.
 * @param input `seenUntil`: only if it is snoozed until then
 * @returns when it comes back, and until when it was snoozed before
 * @throws Refusal snoozeTooLate when it would come back within a minute, or names a danger; threadMoved when the resident has
 * written since, undoTooLate when it is not snoozed until `seenUntil` any more, questionNotOpen, questionNotFound
 */
export async function snoozeQuestion(
  input: SnoozeQuestion & { seenUntil?: Date },
  officer: ActingOfficer,
  at = now(),
): Promise<{ until: Date; previous: Date | null }> {
  return db.$transaction(async (tx) => {
    await holdSeenThread(tx, input, officer.scope);
    const question = await openQuestionOf(tx, input.questionId, officer.scope);
    const { snoozedUntil } = question;
    if (input.seenUntil && snoozedUntil?.getTime() !== input.seenUntil.getTime()) throw new Refusal("undoTooLate");
    const until = snoozeEnd(question, input.until, at);
    if (!until || isDanger(question)) throw new Refusal("snoozeTooLate");
    const snoozed = await tx.question.updateMany({
      // What it depends on, as it was read: whoever changes it meanwhile has looked at the question.
      where: { id: question.id, answeredAt: null, closedAt: null, owedAt: question.owedAt, actBy: question.actBy, calm: 1, snoozedUntil },
      data: { snoozedUntil: until, snoozedById: officer.id },
    });
    if (snoozed.count === 0) {
      await openQuestionOf(tx, question.id, officer.scope);
      throw new Refusal("snoozeTooLate");
    }
    await record(
      tx,
      {
        type: "question.snoozed",
        accountId: question.accountId,
        threadId: question.threadId,
        questionId: question.id,
        officerId: officer.id,
        facts: { until: until.toISOString() },
      },
      at,
    );
    return { until, previous: snoozedUntil };
  });
}
