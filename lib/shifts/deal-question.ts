import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { BY_URGENCY, OPEN, sortedBy } from "@/lib/questions/order";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { works } from "./spells";

/** So long a new question may wait to be grouped before it is dealt by itself. */
const GROUPED_WITHIN = 3 * SECOND;

/**
 * 轮流分派: gives the most urgent question that nobody holds, with all that stand under it in its cluster, to whoever is signed on and
 * has the fewest matters open, or, when that is several, to whom nothing was dealt for longest. What officers put back or put off is
 * left to them. A matter of which somebody on duty has other members goes to that officer.
 * @returns how many questions were dealt: none where the account deals none, none waits, or nobody is signed on
 */
export async function dealQuestion(accountId: string, at = now()): Promise<number> {
  return db.$transaction(async (tx) => {
    // Held until the end, so that two workers don't count the same load; residents' messages don't wait for it.
    const [dealing] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "OfficialAccount" WHERE id = ${accountId}::uuid AND assignment = 'roundRobin' FOR NO KEY UPDATE`;
    if (!dealing) return 0;
    const next = await nextQuestion(tx, accountId, at);
    if (!next) return 0;
    const to = await whoseTurn(tx, accountId, next.clusterId, at);
    if (!to) return 0;
    const dealt = await tx.$queryRaw<{ id: string; threadId: string }[]>`
      UPDATE "Question" t SET "assignedToId" = ${to.officerId}::uuid, "assignedAt" = ${at}
      FROM (SELECT q.id FROM "Question" q WHERE ${waits(accountId, at)} AND (q.id = ${next.id}::uuid OR q."foldKey" = ${next.foldKey})
        ORDER BY q.id FOR NO KEY UPDATE) taken
      WHERE t.id = taken.id AND t."assignedToId" IS NULL RETURNING t.id, t."threadId"`;
    await tx.dutySpell.update({ where: { id: to.spellId }, data: { dealtAt: at } });
    for (const { id, threadId } of dealt)
      await record(tx, { type: "question.dealt", accountId, threadId, questionId: id, facts: { toId: to.officerId } }, at);
    return dealt.length;
  });
}

type Next = { id: string; clusterId: string | null; foldKey: string | null };

async function nextQuestion(tx: Tx, accountId: string, at: Date): Promise<Next | undefined> {
  const settled = Prisma.sql`(q.calm = 0 OR q."groupedAt" IS NOT NULL OR q."openedAt" <= ${after(at, -GROUPED_WITHIN)})`;
  const [next] = await tx.$queryRaw<Next[]>`
    SELECT q.id, q."clusterId", q."foldKey" FROM "Question" q WHERE ${waits(accountId, at)} AND ${settled} ORDER BY ${sortedBy(BY_URGENCY)} LIMIT 1`;
  return next;
}

/** Something is owed for it, and no officer has taken it up, put it back or put it off. */
function waits(accountId: string, at: Date): Prisma.Sql {
  return Prisma.sql`q."accountId" = ${accountId}::uuid AND ${OPEN} AND q."assignedToId" IS NULL AND q."owedAt" IS NOT NULL
    AND (q."snoozedUntil" IS NULL OR q."snoozedUntil" <= ${at})
    AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."questionId" = q.id AND e.type = 'question.released')`;
}

async function whoseTurn(tx: Tx, accountId: string, clusterId: string | null, at: Date) {
  const [turn] = await tx.$queryRaw<{ spellId: string; officerId: string }[]>`
    WITH held AS (
      SELECT q."assignedToId" AS "officerId", count(DISTINCT COALESCE(q."clusterId", q.id)) AS matters,
        COALESCE(bool_or(q."clusterId" = ${clusterId}::uuid), false) AS knows
      FROM "Question" q WHERE q."accountId" = ${accountId}::uuid AND ${OPEN} AND q."assignedToId" IS NOT NULL GROUP BY 1)
    SELECT spell.id AS "spellId", spell."officerId"
    FROM "DutySpell" spell JOIN "Officer" officer ON officer.id = spell."officerId" LEFT JOIN held ON held."officerId" = spell."officerId"
    WHERE spell."accountId" = ${accountId}::uuid AND spell."signedOffAt" IS NULL AND ${works(at)}
    ORDER BY COALESCE(held.knows, false) DESC, COALESCE(held.matters, 0), spell."dealtAt" NULLS FIRST, spell."signedOnAt", spell.id LIMIT 1`;
  return turn;
}
