import type { Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";

/** Explains why a conditional update took nothing: the question is not there for this officer, or no longer open. Returns when it is open. */
export async function refuseUnlessOpen(tx: Tx, questionId: string, scope: Scope): Promise<void> {
  const question = await tx.question.findFirst({ where: { id: questionId, accountId: { in: [...scope.accountIds] } } });
  if (!question) throw new Refusal("questionNotFound");
  if (question.answeredAt || question.closedAt) throw new Refusal("questionNotOpen");
}
