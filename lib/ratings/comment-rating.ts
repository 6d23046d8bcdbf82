import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { MAX_COMMENT_LENGTH, type Means } from "./rules";

/**
 * The few words beside a rating: written on the page, or typed in WeChat after a tap, where they stay a message to people, too.
 * A rating has one comment; what is longer than five hundred characters is kept that far.
 * @throws Refusal ratingNotFound, commentGiven, ratingExpired
 */
export async function commentRating(
  { requestId, comment, means }: { requestId: string; comment: string; means: Means },
  at = now(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [rating] = await tx.rating.updateManyAndReturn({
      where: { requestId, commentedAt: null, request: { expiresAt: { gt: at } } },
      data: { comment: [...comment].slice(0, MAX_COMMENT_LENGTH).join(""), commentedAt: at },
    });
    if (!rating) {
      const known = await tx.rating.findUnique({ where: { requestId }, select: { commentedAt: true } });
      throw new Refusal(known ? (known.commentedAt ? "commentGiven" : "ratingExpired") : "ratingNotFound");
    }
    const { accountId, threadId, questionId } = rating;
    await record(tx, { type: "rating.commented", accountId, threadId, questionId, facts: { means } }, at);
  });
}
