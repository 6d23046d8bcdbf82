import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after, later } from "@/lib/time/rules";
import { clashesWith, refuseClashes } from "./clashes";
import { AHEAD } from "./feeding";
import type { PublishVersion } from "./inputs";
import type { KeywordRule } from "./rules";
import { takeAnswer } from "./taking";

/**
 * 发布: residents get the draft that the officer saw, within five seconds and as soon as its time begins. The version before it stays
 * in the history.
 * @throws Refusal notAllowed, standingAnswerChanged, standingAhead when it says to be true as of a moment that neither has come
 * nor will have when its time begins, standingAnswerNotFound, standingClashes, standingOver when its time has passed,
 * standingPublished when it is published already, standingWarnings, tooMany
 */
export async function publishVersion(input: PublishVersion, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const answer = await takeAnswer(tx, input, officer);
    const draft = await tx.standingVersion.findUniqueOrThrow({
      where: { standingAnswerId_version: { standingAnswerId: answer.id, version: answer.version } },
      select: { id: true, rules: true, asOf: true, validFrom: true, validUntil: true, publishedAt: true },
    });
    if (draft.publishedAt) throw new Refusal("standingPublished");
    if (draft.validUntil && draft.validUntil <= at) throw new Refusal("standingOver");
    if (draft.asOf && draft.asOf > after(later(at, draft.validFrom ?? at), AHEAD)) throw new Refusal("standingAhead");
    refuseClashes(await clashesWith(tx, answer, draft.rules as unknown as KeywordRule[]), input.despiteWarnings);

    await tx.standingVersion.update({
      where: { id: draft.id },
      data: { publishedAt: at, publishedById: officer.id },
      select: { id: true },
    });
    await tx.standingAnswer.update({ where: { id: answer.id }, data: { publishedId: draft.id }, select: { id: true } });
    const facts = { standingAnswerId: answer.id, version: answer.version, despiteWarnings: input.despiteWarnings };
    await record(tx, { type: "standingAnswer.published", accountId: answer.accountId, officerId: officer.id, facts }, at);
  });
}
