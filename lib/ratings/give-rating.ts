import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { reopenWithin } from "@/lib/questions/reopen-question";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { Means, Score } from "./rules";

/**
 * What a resident thinks of an answer. The first word counts, and only it: tapped twice, or tapped and said on the page at once, it is
 * one rating. 没有解决 opens the question again, its clock from this instant.
 * @throws Refusal ratingNotFound when nobody was asked that, ratingGiven, ratingExpired
 */
export async function giveRating(
  { requestId, score, means }: { requestId: string; score: Score; means: Means },
  at = now(),
): Promise<{ hasReopened: boolean }> {
  return db.$transaction(async (tx) => {
    const [request] = await tx.ratingRequest.updateManyAndReturn({
      where: { id: requestId, claimedAt: { not: null }, ratedAt: null, expiresAt: { gt: at } },
      data: { ratedAt: at },
    });
    if (!request) {
      const known = await tx.ratingRequest.findFirst({ where: { id: requestId, claimedAt: { not: null } }, select: { ratedAt: true } });
      throw new Refusal(known ? (known.ratedAt ? "ratingGiven" : "ratingExpired") : "ratingNotFound");
    }
    const { accountId, threadId, questionId } = request;
    await tx.rating.create({ data: { questionId, requestId, accountId, threadId, score, means, at } });
    await record(tx, { type: "rating.given", accountId, threadId, questionId, facts: { score, means } }, at);

    const question = await tx.question.findUniqueOrThrow({ where: { id: questionId } });
    const hasReopened = score === "notSolved" && (question.answeredAt !== null || question.closedAt !== null);
    if (hasReopened) await reopenWithin(tx, question, null, at);
    return { hasReopened };
  });
}
