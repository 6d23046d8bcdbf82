import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { type KeptAnswer, resumeAnswer } from "@/lib/sla/answering";
import { termsOf } from "@/lib/sla/queries";
import type { QuestionKind } from "@/lib/sla/rules";
import { NOBODY_WAITS, nextClock } from "@/lib/sla/terms";
import { now } from "@/lib/time/clock";
import { mayCollect } from "./collecting";
import { isDanger } from "./rules";
import type { OnQuestion } from "./schema";

type Question = KeptAnswer & {
  id: string;
  accountId: string;
  threadId: string;
  kind: QuestionKind;
  dangerWord: string | null;
  dangerDismissedAt: Date | null;
  firstRepliedAt: Date | null;
  closedAt: Date | null;
};

/**
 * Opens a closed or answered question again, at its original due time; what the record said before stands in the events.
 * @throws Refusal questionNotClosed when it is open, questionNotFound
 */
export async function reopenQuestion(input: OnQuestion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const question = await tx.question.findFirst({ where: { id: input.questionId, accountId: { in: [...officer.scope.accountIds] } } });
    if (!question) throw new Refusal("questionNotFound");
    await reopenWithin(tx, question, officer.id, at);
  });
}

/**
 * The same as part of another verb, for a question that it has read.
 * @param officerId null when the resident says that it is not solved
 * @throws Refusal questionNotClosed; the transaction must then end with it
 */
export async function reopenWithin(tx: Tx, question: Question, officerId: string | null, at: Date): Promise<void> {
  const collecting = await mayCollect(tx, question.threadId);
  const asked = { at, kind: question.kind, urgent: isDanger(question) };
  // Somebody who was answered and is taken up again waits from the reopening on.
  const waiting = question.firstRepliedAt ? nextClock(await termsOf(tx, question.accountId, at), asked) : NOBODY_WAITS;
  const resumed = resumeAnswer(question, await termsOf(tx, question.accountId, question.openedAt), at);
  const reopened = await tx.question.updateMany({
    where: { id: question.id, OR: [{ answeredAt: { not: null } }, { closedAt: { not: null } }] },
    data: {
      answeredAt: null,
      answeredById: null,
      closedAt: null,
      closedById: null,
      closeReason: null,
      selfServedAt: null,
      reopenedAt: at,
      reopenedById: officerId,
      collecting,
      ...waiting,
      ...resumed,
    },
  });
  if (reopened.count === 0) throw new Refusal("questionNotClosed");
  await record(
    tx,
    {
      type: "question.reopened",
      accountId: question.accountId,
      threadId: question.threadId,
      questionId: question.id,
      ...(officerId === null ? {} : { officerId }),
      facts: { was: question.closedAt ? "closed" : "answered", by: officerId === null ? "resident" : "officer" },
    },
    at,
  );
}
