import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SetOwner } from "./inputs";
import { takeAnswer } from "./taking";

/**
 * 责任人: gives an answer to another officer of its account, who keeps it up to date from now on.
 * @throws Refusal notAllowed, officerNotFound, standingAnswerNotFound
 */
export async function setOwner(input: SetOwner, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id, accountId } = await takeAnswer(tx, input, officer);
    const owner = await tx.officer.findFirst({
      where: {
        id: input.ownerId,
        login: { not: null },
        deactivatedAt: null,
        OR: [{ allAccounts: true }, { accounts: { some: { accountId } } }],
      },
      select: { id: true },
    });
    if (!owner) throw new Refusal("officerNotFound");
    await tx.standingAnswer.update({ where: { id }, data: { ownerId: owner.id }, select: { id: true } });
    const facts = { standingAnswerId: id, ownerId: owner.id };
    await record(tx, { type: "standingAnswer.ownerSet", accountId, officerId: officer.id, facts }, at);
  });
}
