import type { Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";

/** Explains why a conditional update took nothing: the question is not there for this officer, or no longer open. Returns when it is open. */
export async function refuseUnlessOpen(tx: Tx, questionId: string, scope: Scope): Promise<void> {
  await openQuestionOf(tx, questionId, scope);
}

/**
 * The question as it stands, for a verb whose update depends on it: that update names what it saw in its condition.
 * @throws Refusal questionNotFound, questionNotOpen
 */
export async function openQuestionOf(tx: Tx, questionId: string, scope: Scope) {
  const question = await tx.question.findFirst({ where: { id: questionId, accountId: { in: [...scope.accountIds] } } });
  if (!question) throw new Refusal("questionNotFound");
  if (question.answeredAt || question.closedAt) throw new Refusal("questionNotOpen");
  return question;
}

/** @throws Refusal officerNotFound when nobody with that id works at the account: gone, a program, or of other accounts */
export async function refuseUnlessColleague(tx: Tx, officerId: string, accountId: string): Promise<void> {
  const colleague = await tx.officer.findUnique({
    where: { id: officerId },
    select: { login: true, deactivatedAt: true, allAccounts: true, accounts: { where: { accountId } } },
  });
  const works = colleague?.login && !colleague.deactivatedAt && (colleague.allAccounts || colleague.accounts.length > 0);
  if (!works) throw new Refusal("officerNotFound", { login: colleague?.login ?? "–" });
}
