import { db } from "@/lib/db";
import { unknownVariables, VARIABLES } from "@/lib/quick-replies/rules";
import { after, DAY } from "@/lib/time/rules";

/** A matter that many asked about, and what they were told. `people`: residents whom the answer reached. */
export type PopularAnswer = { place: string; matter: string; text: string; people: number; at: Date };

/** Fewer could know each other by what they asked. */
const FEWEST_PEOPLE = 3;

/**
 * The answers of the last seven days that reached most residents, a matter each, the largest first: public texts alone. They are what an
 * officer wrote to all, approved where that is needed, sent, neither withdrawn nor corrected, and name nobody; what it is about are words
 * of the cluster, never a resident's.
 */
export async function popularAnswers(accountId: string, most: number, at: Date): Promise<PopularAnswer[]> {
  const found = await db.$queryRaw<PopularAnswer[]>`
    SELECT place, matter, text, people, at FROM (
      SELECT DISTINCT ON (c.id) c.place, c.matter, g.text, g."writtenAt" AS at, reached.people
      FROM "GroupAnswer" g JOIN "Cluster" c ON c.id = g."clusterId"
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT m."threadId")::int AS people FROM "GroupAnswerMember" m JOIN "Reply" r ON r.id = m."replyId"
        WHERE m."groupAnswerId" = g.id AND r.status = 'sent') reached
      WHERE g."accountId" = ${accountId}::uuid AND g."writtenAt" > ${after(at, -7 * DAY)} AND g."writtenAt" <= ${at} AND g.kind = 'answer'
        AND g."withdrawnAt" IS NULL AND g."pausedAt" IS NULL AND (NOT g."approvalNeeded" OR g."approvedAt" IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM "GroupAnswer" later WHERE later."correctsId" = g.id AND later."withdrawnAt" IS NULL)
        AND c."mergedIntoId" IS NULL AND c.place || c.matter <> ''
      ORDER BY c.id, g."writtenAt" DESC
    ) answers WHERE people >= ${FEWEST_PEOPLE} ORDER BY people DESC, at DESC`;
  return found.filter(({ text }) => isForAll(text)).slice(0, most);
}

/** What addresses one of them, by name or number, is for nobody else. */
function isForAll(text: string): boolean {
  return unknownVariables(text).length === 0 && !VARIABLES.some((name) => new RegExp(`[{｛]\\s*${name}\\s*[}｝]`).test(text));
}
