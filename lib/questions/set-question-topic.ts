import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SetQuestionTopic } from "./schema";

/**
 * 归主题: what a question is about, whether or not it has ended; reports count by it. The topic it has already changes nothing.
 * @throws Refusal topicNotFound when it is archived or another account's, questionNotFound
 */
export async function setQuestionTopic({ questionId, topicId }: SetQuestionTopic, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const own = { id: questionId, accountId: { in: [...officer.scope.accountIds] } };
    const question = await tx.question.findFirst({ where: own });
    if (!question) throw new Refusal("questionNotFound");
    const { accountId, threadId, topicId: previous } = question;
    if (topicId !== null && (await tx.topic.count({ where: { id: topicId, accountId, archivedAt: null } })) === 0)
      throw new Refusal("topicNotFound");
    if (previous === topicId) return;
    const set = await tx.question.updateMany({ where: { ...own, topicId: previous }, data: { topicId } });
    if (set.count === 0) return;
    await record(
      tx,
      { type: "question.topicSet", accountId, threadId, questionId, officerId: officer.id, facts: { topicId, previous } },
      at,
    );
  });
}
