import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { hashSecret } from "@/lib/officers/secrets";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import { COMMENT_MINUTES, DEFAULT_SATISFACTION, type Means, type Score, tapOf } from "./rules";

export type SatisfactionSettings = {
  accountId: string;
  name: string;
  isOn: boolean;
  means: Means;
  delayMinutes: number;
  askText: string;
  thanksText: string;
  notSolvedText: string;
  /** Who approved the texts, and when; null: nobody has, and these are those that an account begins with. */
  approved: { by: string; at: Date } | null;
};

/** How each account of a scope asks what residents think of its answers, by slug. */
export async function listSatisfaction(scope: Scope): Promise<SatisfactionSettings[]> {
  const accounts = await db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] } },
    select: { id: true, name: true, satisfaction: { include: { approvedBy: { select: { name: true } } } } },
    orderBy: { slug: "asc" },
  });
  return accounts.map(({ id, name, satisfaction }) => {
    const { means, delayMinutes, askText, thanksText, notSolvedText } = satisfaction ?? DEFAULT_SATISFACTION;
    return {
      accountId: id,
      name,
      isOn: satisfaction !== null && satisfaction.onSince !== null,
      means,
      delayMinutes,
      askText,
      thanksText,
      notSolvedText,
      approved: satisfaction && { by: satisfaction.approvedBy.name, at: satisfaction.approvedAt },
    };
  });
}

/** What stands behind a link, as its page may say it: nothing of the resident, the question or the answer. */
export type LinkedRequest = {
  requestId: string;
  accountName: string;
  /** `rated`: a comment can still be left; `done`: that has been said, too. */
  state: "open" | "rated" | "done" | "expired";
  score: Score | null;
};

/** The request of a link's secret, or null when there is none. */
export async function requestOfToken(token: string, at = now()): Promise<LinkedRequest | null> {
  const request = await db.ratingRequest.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { rating: true, thread: { select: { resident: { select: { account: { select: { name: true } } } } } } },
  });
  if (!request) return null;
  const { rating, thread, expiresAt } = request;
  const isOver = expiresAt === null || expiresAt <= at;
  const state = rating ? (rating.commentedAt || isOver ? "done" : "rated") : isOver ? "expired" : "open";
  return { requestId: request.id, accountName: thread.resident.account.name, state, score: rating?.score ?? null };
}

/** What was tapped on a menu of ours, by whom it was sent to; null when nobody was asked that, or has answered already. */
export async function ratingOfTap(tap: {
  accountId: string;
  openid: string;
  menuId: unknown;
}): Promise<{ requestId: string; score: Score } | null> {
  const said = tapOf(tap.menuId);
  if (!said) return null;
  const request = await db.ratingRequest.findFirst({
    where: { seq: said.seq, accountId: tap.accountId, ratedAt: null, thread: { resident: { openid: tap.openid } } },
    select: { id: true },
  });
  return request && { requestId: request.id, score: said.score };
}

/** Taps that were stored and never became a rating, because the process that took them in ended before; oldest first. */
export async function missedTaps(since: Date): Promise<{ accountId: string; openid: string; menuId: unknown; at: Date }[]> {
  const taps = await db.$queryRaw<{ accountId: string; openid: string; menuId: string; at: Date }[]>`
    SELECT m."accountId", s.openid, m.facts ->> 'bizmsgmenuid' AS "menuId", m."receivedAt" AS at
    FROM "Message" m JOIN "Thread" t ON t.id = m."threadId" JOIN "Resident" s ON s.id = t."residentId"
    WHERE m.nature = 'rating' AND m."receivedAt" > ${since}
      AND EXISTS (SELECT FROM "RatingRequest" r WHERE r."threadId" = m."threadId" AND r."claimedAt" IS NOT NULL AND r."ratedAt" IS NULL)
    ORDER BY m."receivedAt"`;
  return taps;
}

/** The first words that a resident typed within ten minutes of a tap, for ratings of the last hour that have no comment yet. */
export async function typedComments(at = now()): Promise<{ requestId: string; comment: string; saidAt: Date }[]> {
  return db.$queryRaw`
    SELECT r."requestId", said.text AS comment, said."receivedAt" AS "saidAt" FROM "Rating" r CROSS JOIN LATERAL (
      SELECT m.text, m."receivedAt" FROM "Message" m
      WHERE m."threadId" = r."threadId" AND m.direction = 'inbound' AND m.kind = 'text' AND m.nature IN ('content', 'thanks')
        AND m."receivedAt" > r.at AND m."receivedAt" <= r.at + ${COMMENT_MINUTES} * interval '1 minute'
      ORDER BY m.seq LIMIT 1
    ) said WHERE r."commentedAt" IS NULL AND r.means = 'menu' AND r.at > ${after(at, -HOUR)} AND r.at < ${after(at, MINUTE)}`;
}
