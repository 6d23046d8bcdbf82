import { db, type Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { type Category, hasRoomForRules, type KeywordRule, MAX_RULES } from "./rules";
import { type Finding, findingsAbout, isWarning } from "./shadows";

/**
 * What is wrong with an account's answers as residents would get them if one of them had these rules, as far as it is about that one.
 * @param rules null: as they are published
 * @throws Refusal tooMany when the account would have more rules than it may
 */
export async function clashesWith(
  tx: Tx,
  { id, accountId }: { id: string; accountId: string },
  rules: KeywordRule[] | null,
): Promise<Finding[]> {
  const categories = await categoriesOf(tx, accountId, { id, rules });
  if (!hasRoomForRules(categories)) throw new Refusal("tooMany", { most: MAX_RULES });
  return findingsAbout(categories, id);
}

/** The same for an officer who is still writing. None when the scope does not reach the answer. */
export async function findClashes(scope: Scope, id: string, rules: KeywordRule[] | null): Promise<Finding[]> {
  const where = { id, archivedAt: null, accountId: { in: [...scope.accountIds] } };
  const answer = await db.standingAnswer.findFirst({ where, select: { id: true, accountId: true } });
  return answer ? clashesWith(db, answer, rules) : [];
}

/**
 * Refuses what clashes.
 * @throws Refusal standingClashes, standingWarnings when the officer has not seen what is only pointed out
 */
export function refuseClashes(findings: readonly Finding[], despiteWarnings: boolean): void {
  const grave = findings.filter((finding) => !isWarning(finding));
  if (grave.length > 0) throw new Refusal("standingClashes", { count: grave.length });
  if (findings.length > 0 && !despiteWarnings) throw new Refusal("standingWarnings", { count: findings.length });
}

async function categoriesOf(tx: Tx, accountId: string, own: { id: string; rules: KeywordRule[] | null }): Promise<Category[]> {
  const answers = await tx.standingAnswer.findMany({
    where: { accountId, archivedAt: null, OR: [{ publishedId: { not: null } }, { id: own.id }] },
    select: { id: true, number: true, name: true, parentId: true, published: { select: { rules: true } } },
    orderBy: [{ position: "asc" }, { number: "asc" }, { id: "asc" }],
  });
  return answers.map(({ id, number, name, published }) => ({
    id,
    number,
    name,
    // What is kept was accepted when it was saved.
    rules: (id === own.id ? own.rules : null) ?? ((published?.rules ?? []) as unknown as KeywordRule[]),
    leadsTo: answers.filter(({ parentId }) => parentId === id).map((below) => below.id),
  }));
}
