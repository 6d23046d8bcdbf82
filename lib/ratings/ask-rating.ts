import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";

const AT_ONCE = 200;
/** A worker that was away longer asks nobody about what was answered meanwhile. */
const LOOK_BACK_HOURS = 6;

type Answered = { questionId: string; accountId: string; threadId: string };

/**
 * Writes down whom to ask: for every question that a person answered so long ago as its account waits, one request. Whether it may
 * really be asked is decided when it is sent. Any number of workers may do so at once; a question is asked about once, ever,
 * and who was answered first stands first.
 * @returns how many requests were written
 */
export async function askRatings(at = now()): Promise<number> {
  const answered = await db.$queryRaw<Answered[]>`
    SELECT due.id AS "questionId", s."accountId", due."threadId" FROM "Satisfaction" s CROSS JOIN LATERAL (
      SELECT q.id, q."threadId", q."endedAt" FROM "Question" q
      WHERE q."accountId" = s."accountId" AND q."endedAt" > GREATEST(s."onSince", ${after(at, -LOOK_BACK_HOURS * HOUR)}::timestamptz - s."delayMinutes" * interval '1 minute')
        AND q."endedAt" <= ${at}::timestamptz - s."delayMinutes" * interval '1 minute' AND q."answeredAt" IS NOT NULL AND q."selfServedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "RatingRequest" r WHERE r."questionId" = q.id)
      ORDER BY q."endedAt" LIMIT ${AT_ONCE}
    ) due WHERE s."onSince" IS NOT NULL ORDER BY due."endedAt"`;
  if (answered.length === 0) return 0;

  return db.$transaction(async (tx) => {
    const written = await tx.ratingRequest.createManyAndReturn({
      data: answered.map((question) => ({ ...question, queuedAt: at, sendAfter: at })),
      skipDuplicates: true,
    });
    for (const { id, accountId, threadId, questionId } of written)
      await record(tx, { type: "ratingRequest.queued", accountId, threadId, questionId, facts: { requestId: id } }, at);
    return written.length;
  });
}
