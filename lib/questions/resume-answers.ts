import { db } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { recountAnswer } from "@/lib/sla/answering";
import { termsOf } from "@/lib/sla/queries";
import { now } from "@/lib/time/clock";

const AT_ONCE = 100;

/**
 * Says until when the answers are owed whose clocks residents have set going again by what they said: intake, which is one statement,
 * knows no calendars. Until then, a moment at most, only what is owed to that message is kept.
 * @returns how many; as many as it takes at most means that there may be more
 */
export async function resumeAnswers(at = now(), atOnce = AT_ONCE): Promise<{ resumed: number; mayBeMore: boolean }> {
  return db.$transaction(async (tx) => {
    const held = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Question"
      WHERE "answerMinutes" IS NOT NULL AND "answerDueAt" IS NULL AND cardinality("answerPausedAt") = cardinality("answerResumedAt")
      ORDER BY id LIMIT ${atOnce} FOR NO KEY UPDATE SKIP LOCKED`;
    const questions = await tx.question.findMany({ where: { id: { in: held.map(({ id }) => id) } }, orderBy: { id: "asc" } });
    for (const question of questions) {
      const data = recountAnswer(question, await termsOf(tx, question.accountId, question.openedAt));
      await tx.question.update({ where: { id: question.id }, data, select: { id: true } });
    }
    await recordAll(
      tx,
      questions.map(({ id, accountId, threadId }) => ({ type: "question.answerResumed" as const, accountId, threadId, questionId: id })),
      at,
    );
    return { resumed: questions.length, mayBeMore: questions.length === atOnce };
  });
}
