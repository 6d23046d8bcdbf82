import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnStandingAnswer } from "./inputs";
import { takeAnswer } from "./taking";

/**
 * 现在取一次: has the source of a standing answer looked at now, and all of it fetched, whether it has changed or not.
 * @throws Refusal feedNotFound when its text comes from no source, notAllowed, standingAnswerNotFound
 */
export async function requestFeed(input: OnStandingAnswer, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id: standingAnswerId, accountId } = await takeAnswer(tx, input, officer);
    const { count } = await tx.standingFeed.updateMany({
      where: { standingAnswerId, kind: { not: "hand" } },
      data: { nextAt: at, etag: null, lastModified: null },
    });
    if (count === 0) throw new Refusal("feedNotFound");
    await record(tx, { type: "standingAnswer.feedRequested", accountId, officerId: officer.id, facts: { standingAnswerId } }, at);
  });
}
