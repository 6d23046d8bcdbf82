import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { Prisma } from "@/prisma/generated/client";
import { clashesWith, refuseClashes } from "./clashes";
import type { RollBackVersion } from "./inputs";
import type { KeywordRule } from "./rules";
import { takeAnswer, takeNextVersion } from "./taking";

/**
 * 回退: residents get what a version said that was published before, as a new version, so that the history tells both.
 * @throws Refusal notAllowed, standingAnswerChanged, standingAnswerNotFound, standingClashes, standingOver when its time has passed,
 * standingVersionNotFound when it was never published, standingWarnings, tooMany
 */
export async function rollBackVersion(input: RollBackVersion, officer: ActingOfficer, at = now()): Promise<{ version: number }> {
  return db.$transaction(async (tx) => {
    await takeAnswer(tx, input, officer);
    const answer = await takeNextVersion(tx, input, officer);
    const former = await tx.standingVersion.findFirst({
      where: { standingAnswerId: answer.id, version: input.to, publishedAt: { not: null } },
      select: { body: true, rules: true, source: true, asOf: true, validFrom: true, validUntil: true, reviewAt: true },
    });
    if (!former) throw new Refusal("standingVersionNotFound");
    if (former.validUntil && former.validUntil <= at) throw new Refusal("standingOver");
    refuseClashes(await clashesWith(tx, answer, former.rules as unknown as KeywordRule[]), input.despiteWarnings);

    const kept = former as typeof former & { body: Prisma.InputJsonValue; rules: Prisma.InputJsonValue };
    const by = { savedAt: at, savedById: officer.id, publishedAt: at, publishedById: officer.id };
    const { id } = await tx.standingVersion.create({
      data: { ...kept, ...by, standingAnswerId: answer.id, version: answer.version, copyOf: input.to },
      select: { id: true },
    });
    await tx.standingAnswer.update({ where: { id: answer.id }, data: { publishedId: id }, select: { id: true } });
    const facts = { standingAnswerId: answer.id, version: answer.version, copyOf: input.to };
    await record(tx, { type: "standingAnswer.rolledBack", accountId: answer.accountId, officerId: officer.id, facts }, at);
    return { version: answer.version };
  });
}
