import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { openQuestionOf } from "@/lib/questions/refuse";
import { Refusal } from "@/lib/refusal";
import { queueGroupReply } from "@/lib/replies/queue-reply";
import { UNDO_SECONDS } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { heldOffer } from "./offers";
import type { AnswerLateJoiner } from "./schema";
import { addressed, textFor } from "./words";

/**
 * Sends one who came later what the cluster was answered: an officer's answer like any other, to be taken back within five seconds.
 * The same `replyId` again is the same reply.
 * @throws Refusal offerNotFound when it was taken back, corrected or paused meanwhile, idempotencyKeyReused, questionNotOpen, questionNotFound, threadMoved, windowClosed, windowSpent
 */
export async function answerLateJoiner(
  input: AnswerLateJoiner,
  officer: ActingOfficer,
  at = now(),
): Promise<{ replyId: string; sendAfter: Date }> {
  return db.$transaction(async (tx) => {
    const known = await tx.reply.findUnique({ where: { id: input.replyId }, include: { groupAnswerMember: true } });
    if (known) {
      const same = known.officerId === officer.id && known.groupAnswerMember?.questionId === input.questionId;
      if (!same) throw new Refusal("idempotencyKeyReused");
      return { replyId: known.id, sendAfter: known.sendAfter };
    }
    const question = await openQuestionOf(tx, input.questionId, officer.scope);
    const answer = await heldOffer(tx, question);
    if (!answer) throw new Refusal("offerNotFound");

    const said = {
      kind: "answer" as const,
      threadId: question.threadId,
      text: textFor(answer, await addressed(tx, question.id), at),
    };
    const reply = {
      id: input.replyId,
      input: { ...said, threadVersion: input.threadVersion },
      group: { groupAnswerId: answer.id },
      undo: UNDO_SECONDS,
    };
    await queueGroupReply(tx, reply, officer, at);
    const about = { groupAnswerId: answer.id, questionId: question.id };
    const member = {
      threadId: question.threadId,
      threadVersion: input.threadVersion,
      state: "queued" as const,
      why: null,
      late: true,
      changedAt: at,
    };
    await tx.groupAnswerMember.upsert({
      where: { groupAnswerId_questionId: about },
      create: { ...about, ...member, replyId: input.replyId },
      update: { ...member, replyId: input.replyId },
    });
    const { accountId, threadId } = question;
    const facts = { groupAnswerId: answer.id, clusterId: answer.clusterId };
    await record(
      tx,
      {
        type: "groupAnswer.lateAnswered",
        accountId,
        threadId,
        questionId: question.id,
        replyId: input.replyId,
        officerId: officer.id,
        facts,
      },
      at,
    );
    return { replyId: input.replyId, sendAfter: after(at, UNDO_SECONDS * SECOND) };
  });
}
