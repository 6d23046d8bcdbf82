import { db, type Tx } from "@/lib/db";
import { MOST_LESSONS } from "./rules";

/** What officers taught of two questions: whether the later one asks the same as the group that the earlier one stands in. */
export type Taught = { askedId: string; otherId: string; clusterId: string | null; same: boolean; at: Date };

/** The newest lessons that one tuning learns from. */
const MOST_TAUGHT = 2_000;

/** The newest lessons of an account, the latest word on each pair, none that were taken back. Oldest first. */
export async function lessonsOf(accountId: string): Promise<Taught[]> {
  const taught = await db.$queryRaw<Taught[]>`
    SELECT DISTINCT ON (pair."askedId", pair."otherId") pair."askedId", pair."otherId", o."clusterId", pair.same, pair.at FROM (
      SELECT GREATEST(l."oneId", l."otherId") AS "askedId", LEAST(l."oneId", l."otherId") AS "otherId", l.same, l.at, l.id FROM "ClusterLesson" l
      WHERE l."accountId" = ${accountId}::uuid AND l."undoneAt" IS NULL ORDER BY l.at DESC, l.id DESC LIMIT ${MOST_TAUGHT}
    ) pair JOIN "Question" o ON o.id = pair."otherId"
    ORDER BY pair."askedId", pair."otherId", pair.at DESC, pair.id DESC`;
  return taught.sort((one, other) => one.at.getTime() - other.at.getTime() || (one.askedId < other.askedId ? -1 : 1));
}

/** How many lessons came since an instant; all of them where that is null. */
export async function lessonsSince(accountId: string, since: Date | null): Promise<number> {
  return db.clusterLesson.count({ where: { accountId, undoneAt: null, ...(since ? { at: { gt: since } } : {}) } });
}

/**
 * What an officer teaches by answering members together as the machine had put them: that they ask the same, the least certain first.
 * Forgotten with the answer, should it be taken back.
 */
export async function keepAccepted(tx: Tx, groupAnswerId: string, officerId: string, at: Date): Promise<void> {
  const accepted = await tx.$queryRaw<{ accountId: string; oneId: string; otherId: string }[]>`
    SELECT q."accountId", q.id AS "oneId", o.id AS "otherId" FROM "GroupAnswerMember" m
      JOIN "Question" q ON q.id = m."questionId" AND q."joinedById" IS NULL
      JOIN "Question" o ON o.id = q."likeId" AND o."clusterId" = q."clusterId" AND o."threadId" <> q."threadId"
    WHERE m."groupAnswerId" = ${groupAnswerId}::uuid AND m.state = 'waiting' ORDER BY q.confidence DESC NULLS LAST, q.id LIMIT ${MOST_LESSONS}`;
  const data = accepted.map((pair) => ({ ...pair, same: true, officerId, changeId: groupAnswerId, at }));
  await tx.clusterLesson.createMany({ data });
}
