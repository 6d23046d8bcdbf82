import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { familyOf } from "./merged";
import { offeredAnswer } from "./offers";
import { offersSince } from "./rules";

/** What was answered before, by whom and when. */
export type PastAnswer = {
  /** The question that it answered. */
  questionId: string;
  /** What that resident had asked, its first words. */
  asked: string;
  text: string;
  officer: { id: string; name: string };
  sentAt: Date;
};
/** What a colleague is telling residents of the same matter. `times`: to how many. */
export type OtherAnswer = { text: string; officer: { id: string; name: string }; sentAt: Date; times: number };
/** An answer that went to the question's cluster before it came. */
export type Offer = {
  groupAnswerId: string;
  text: string;
  officer: { id: string; name: string };
  writtenAt: Date;
  goesOnUntil: Date | null;
};

/** 参考口径: the answers to the questions that an open one resembles, likest first, three at most. */
export async function suggestedAnswers(scope: Scope, questionId: string): Promise<PastAnswer[]> {
  const rows = await db.$queryRaw<(Omit<PastAnswer, "officer"> & { officerId: string; officerName: string })[]>(Prisma.sql`
    SELECT past.id AS "questionId", COALESCE(said.text, '') AS asked, answer.text, answer."sentAt", o.id AS "officerId", o.name AS "officerName"
    FROM "Question" q CROSS JOIN LATERAL unnest(q."suggestedIds") WITH ORDINALITY suggested(id, place)
    JOIN "Question" past ON past.id = suggested.id AND past."accountId" = q."accountId"
    CROSS JOIN LATERAL (
      SELECT y.text, y."sentAt", y."officerId" FROM "Reply" y
      WHERE y."threadId" = past."threadId" AND y.kind = 'answer' AND y.status = 'sent' AND NOT y.standing AND y."sentAt" <= past."answeredAt"
      ORDER BY y.seq DESC LIMIT 1
    ) answer
    JOIN "Officer" o ON o.id = answer."officerId"
    LEFT JOIN LATERAL (
      SELECT left(m.text, 200) AS text FROM "Message" m
      WHERE m."questionId" = past.id AND m.direction = 'inbound' AND m.nature = 'content' ORDER BY m.seq LIMIT 1
    ) said ON true
    WHERE q.id = ${questionId}::uuid AND q."accountId" = ANY(${[...scope.accountIds]}::uuid[])
    ORDER BY suggested.place`);
  const texts = new Set<string>();
  return rows.flatMap(({ officerId, officerName, ...row }) => {
    if (texts.has(row.text)) return [];
    texts.add(row.text);
    return [{ ...row, officer: { id: officerId, name: officerName } }];
  });
}

/**
 * 一口径: what other officers have told the members of a cluster in the last days, or are about to, the newest first. The composer
 * shows it where this officer's text says something else.
 */
export async function otherAnswers(scope: Scope, clusterId: string, officerId: string, at = now()): Promise<OtherAnswer[]> {
  const rows = await db.$queryRaw<{ text: string; sentAt: Date; times: number; officerId: string; officerName: string }[]>(Prisma.sql`
    SELECT said.text, max(said.at) AS "sentAt", sum(said.times)::int AS times, o.id AS "officerId", o.name AS "officerName" FROM (
      SELECT g.text, g."officerId", g."writtenAt" AS at, g.recipients AS times FROM "GroupAnswer" g
        WHERE g."clusterId" IN ${familyOf(Prisma.sql`${clusterId}::uuid`)} AND g."withdrawnAt" IS NULL AND g."writtenAt" >= ${offersSince(at)}
      UNION ALL
      SELECT y.text, y."officerId", y."queuedAt", 1 FROM "Question" q JOIN "Reply" y ON y."threadId" = q."threadId" AND y."queuedAt" >= q."openedAt"
        WHERE q."clusterId" = ${clusterId}::uuid AND y."groupAnswerId" IS NULL AND y.kind = 'answer' AND y.status IN ('queued', 'sending', 'sent', 'unknown')
          AND y."queuedAt" >= ${offersSince(at)} AND (q."answeredAt" IS NULL OR y."queuedAt" <= q."answeredAt")
    ) said JOIN "Officer" o ON o.id = said."officerId"
    WHERE said."officerId" <> ${officerId}::uuid AND EXISTS (
      SELECT 1 FROM "Cluster" c WHERE c.id = ${clusterId}::uuid AND c."accountId" = ANY(${[...scope.accountIds]}::uuid[]))
    GROUP BY said.text, o.id, o.name ORDER BY 2 DESC LIMIT 5`);
  return rows.map(({ officerId: id, officerName: name, ...row }) => ({ ...row, officer: { id, name } }));
}

/** The answer that one key would send to this question, or null. */
export async function offerOf(scope: Scope, questionId: string): Promise<Offer | null> {
  const question = await db.question.findFirst({
    where: { id: questionId, accountId: { in: [...scope.accountIds] }, answeredAt: null, closedAt: null },
    select: { offeredId: true, clusterId: true },
  });
  if (!question?.offeredId) return null;
  const answer = await offeredAnswer(db, question);
  return (
    answer && {
      groupAnswerId: answer.id,
      text: answer.text,
      officer: answer.officer,
      writtenAt: answer.writtenAt,
      goesOnUntil: answer.goesOnUntil,
    }
  );
}
