import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnStandingAnswer } from "./inputs";
import { takeAnswer } from "./taking";

/**
 * 停用: residents don't get it any more, and its number is free. Its versions stay, and so does what was told with them.
 * @throws Refusal notAllowed, standingAnswerNotFound, standingHasBelow while others stand in its sub-menu
 */
export async function archiveAnswer(input: OnStandingAnswer, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id, accountId } = await takeAnswer(tx, input, officer);
    const below = await tx.standingAnswer.count({ where: { parentId: id, archivedAt: null } });
    if (below > 0) throw new Refusal("standingHasBelow", { count: below });
    await tx.standingAnswer.update({ where: { id }, data: { archivedAt: at }, select: { id: true } });
    await record(tx, { type: "standingAnswer.archived", accountId, officerId: officer.id, facts: { standingAnswerId: id } }, at);
  });
}
