import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SetQuestionKind } from "./schema";

/**
 * 改类别: what kind of question it is, whether or not it has ended; reports count by it. The kind it has already changes nothing.
 * @throws Refusal questionNotFound
 */
export async function setQuestionKind(input: SetQuestionKind, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const own = { id: input.questionId, accountId: { in: [...officer.scope.accountIds] } };
    const question = await tx.question.findFirst({ where: own });
    if (!question) throw new Refusal("questionNotFound");
    const set = await tx.question.updateMany({ where: { ...own, kind: { not: input.kind } }, data: { kind: input.kind } });
    if (set.count === 0) return;
    await record(
      tx,
      {
        type: "question.kindSet",
        accountId: question.accountId,
        threadId: question.threadId,
        questionId: question.id,
        officerId: officer.id,
        facts: { kind: input.kind, previous: question.kind },
      },
      at,
    );
  });
}
