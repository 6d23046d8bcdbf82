import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { SendError } from "@/lib/replies/mark-failed";
import type { Claim } from "@/lib/replies/mark-part-sent";
import { correctWindow, giveBack } from "@/lib/replies/windows";
import { now } from "@/lib/time/clock";
import type { Prisma } from "@/prisma/generated/client";

/** What became of a request that was claimed: WeChat has it, surely has not (and gets it later, or never), or nobody can know. */
export type RequestOutcome =
  | { kind: "sent" }
  | { kind: "held"; error: SendError; retryAt: Date }
  | { kind: "failed"; error: SendError }
  | { kind: "unknown"; error: { code: string; detail: string | null } };

/**
 * Keeps what WeChat said to a request. A lease that ran out meanwhile has made it unknown: the truth that comes late still replaces
 * that, but nothing is sent again. What was surely not taken gives the window back.
 * @returns false when the claim is not this worker's
 */
export async function reportRequest(claim: Claim, outcome: RequestOutcome, at = now()): Promise<boolean> {
  const isLate = outcome.kind === "sent" || outcome.kind === "failed";
  return db.$transaction(async (tx) => {
    const [request] = await tx.ratingRequest.updateManyAndReturn({
      where: { id: claim.id, claimId: claim.claimId, status: { in: isLate ? ["sending", "unknown"] : ["sending"] } },
      data: dataOf(outcome, at),
    });
    if (!request) return false;
    const { id: requestId, accountId, threadId, questionId } = request;
    const about = { accountId, threadId, questionId };
    const spent = { ...request, partCount: 1, partsSent: 0 };
    switch (outcome.kind) {
      case "sent":
        await record(tx, { ...about, type: "ratingRequest.sent", facts: { requestId } }, at);
        return true;
      case "unknown":
        await record(tx, { ...about, type: "ratingRequest.unknown", facts: { requestId, errorCode: outcome.error.code } }, at);
        return true;
      case "held":
        await giveBack(tx, spent);
        await record(tx, { ...about, type: "ratingRequest.held", facts: { requestId, errorCode: outcome.error.code } }, at);
        return true;
      case "failed": {
        const { errcode, code } = outcome.error;
        const corrected = errcode !== null && (await correctWindow(tx, spent, errcode, at));
        if (!corrected) await giveBack(tx, spent);
        await record(tx, { ...about, type: "ratingRequest.failed", facts: { requestId, errorCode: code } }, at);
        return true;
      }
    }
  });
}

function dataOf(outcome: RequestOutcome, at: Date): Prisma.RatingRequestUpdateManyMutationInput {
  const over = { leaseUntil: null };
  if (outcome.kind === "sent") return { ...over, status: "sent", sentAt: at, unknownAt: null, errorCode: null, errorDetail: null };
  const why = { errorCode: outcome.error.code, errorDetail: outcome.error.detail };
  if (outcome.kind === "held") return { ...over, ...why, status: "queued", claimId: null, claimedAt: null, sendAfter: outcome.retryAt };
  if (outcome.kind === "failed") return { ...over, ...why, status: "failed", failedAt: at, unknownAt: null };
  return { ...over, ...why, status: "unknown", unknownAt: at };
}
