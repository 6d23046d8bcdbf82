import type { Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { offersSince } from "./rules";

/**
 * For questions that have come to a cluster: the newest answer that went out to it lately, if any. Nobody is offered what the same
 * resident was sent already.
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
      WHERE g."clusterId" = x.cluster AND g.kind = 'answer' AND g."withdrawnAt" IS NULL
        AND (g."writtenAt" >= ${offersSince(at)} OR (g."goesOnUntil" > ${at} AND g."goesOnStoppedAt" IS NULL))
        AND EXISTS (SELECT 1 FROM "Reply" y WHERE y."groupAnswerId" = g.id AND y.status = 'sent')
      ORDER BY g."writtenAt" DESC LIMIT 1
    ) answer
    WHERE NOT EXISTS (
      SELECT 1 FROM "GroupAnswerMember" m JOIN "GroupAnswer" g ON g.id = m."groupAnswerId"
      WHERE m."threadId" = q."threadId" AND g."clusterId" = x.cluster AND m.state = 'queued')`;
  return new Map(rows.map(({ questionId, groupAnswerId }) => [questionId, groupAnswerId]));
}
