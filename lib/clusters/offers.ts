import type { Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { familyOf } from "./merged";
import { offersSince } from "./rules";

/** An answer that waits for no approval, that nobody took back and no correction put right: what may be told to one more. For a condition on "GroupAnswer" g. */
const HOLDS = Prisma.sql`g.kind = 'answer' AND g."withdrawnAt" IS NULL AND (NOT g."approvalNeeded" OR g."approvedAt" IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM "GroupAnswer" c WHERE c."correctsId" = g.id AND c."withdrawnAt" IS NULL)`;

/**
 * For questions that have come to a cluster: the newest answer that went out lately to it, or to one that was merged into it, and
 * still holds. Nobody is offered what the same resident was sent already.
 */
export async function offersFor(
  tx: Tx,
  arrived: readonly { questionId: string; clusterId: string }[],
  at: Date,
): Promise<Map<string, string>> {
  if (arrived.length === 0) return new Map();
  const pairs = Prisma.join(arrived.map(({ questionId, clusterId }) => Prisma.sql`(${questionId}::uuid, ${clusterId}::uuid)`));
  const rows = await tx.$queryRaw<{ questionId: string; groupAnswerId: string }[]>`
    SELECT x.question AS "questionId", answer.id AS "groupAnswerId"
    FROM (VALUES ${pairs}) x(question, cluster) JOIN "Question" q ON q.id = x.question
    CROSS JOIN LATERAL (
      SELECT g.id FROM "GroupAnswer" g
      WHERE g."clusterId" IN ${familyOf(Prisma.sql`x.cluster`)} AND ${HOLDS}
        AND (g."writtenAt" >= ${offersSince(at)} OR (g."goesOnUntil" > ${at} AND g."goesOnStoppedAt" IS NULL))
        AND EXISTS (SELECT 1 FROM "Reply" y WHERE y."groupAnswerId" = g.id AND y.status = 'sent')
      ORDER BY g."writtenAt" DESC LIMIT 1
    ) answer
    WHERE NOT EXISTS (
      SELECT 1 FROM "GroupAnswerMember" m JOIN "GroupAnswer" g ON g.id = m."groupAnswerId"
      WHERE m."threadId" = q."threadId" AND g."clusterId" IN ${familyOf(Prisma.sql`x.cluster`)} AND m.state = 'queued')`;
  return new Map(rows.map(({ questionId, groupAnswerId }) => [questionId, groupAnswerId]));
}

type Offered = { offeredId: string | null; clusterId: string | null };

/** The answer that a question is offered, if it still holds. */
export async function offeredAnswer(tx: Tx, question: Offered) {
  return find(tx, question, Prisma.empty);
}

/** The same, unless it is paused, held for this transaction: whoever takes the answer back, corrects, pauses or stops it waits for this, or is waited for. */
export async function heldOffer(tx: Tx, question: Offered) {
  return find(tx, question, Prisma.sql`AND g."pausedAt" IS NULL FOR SHARE OF g`);
}

async function find(tx: Tx, { offeredId, clusterId }: Offered, lock: Prisma.Sql) {
  if (offeredId === null || clusterId === null) return null;
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT g.id FROM "GroupAnswer" g WHERE g.id = ${offeredId}::uuid AND ${HOLDS}
      AND g."clusterId" IN ${familyOf(Prisma.sql`${clusterId}::uuid`)} ${lock}`;
  return found ? tx.groupAnswer.findUnique({ where: { id: found.id }, include: { officer: { select: { id: true, name: true } } } }) : null;
}
