import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SaveDraft } from "./inputs";
import { lockAnswers, refuseTakenNumber, type Taken, takeNextVersion } from "./taking";

/** Answers that one account may keep, numbered or not. */
export const MAX_ANSWERS = 500;

/**
 * Keeps what an officer has written as the next version of a standing answer, or as the first of a new one, which the officer owns.
 * Residents get none of it before it is published.
 * @throws Refusal accountNotFound, notAllowed, standingAnswerChanged, standingAnswerNotFound, standingNumberTaken, tooMany
 */
export async function saveDraft(
  { answer, ...written }: SaveDraft,
  officer: ActingOfficer,
  at = now(),
): Promise<{ id: string; version: number }> {
  return db.$transaction(async (tx) => {
    const { id, accountId, version } = "name" in answer ? await begin(tx, answer, officer, at) : await takeNextVersion(tx, answer, officer);
    await tx.standingVersion.create({
      data: { standingAnswerId: id, version, ...written, savedAt: at, savedById: officer.id },
      select: { id: true },
    });
    const facts = { standingAnswerId: id, version };
    await record(tx, { type: "standingAnswer.draftSaved", accountId, officerId: officer.id, facts }, at);
    return { id, version };
  });
}

type New = { accountId: string; name: string; number: number | null };

/** Behind the others. */
async function begin(tx: Tx, { accountId, name, number }: New, officer: ActingOfficer, at: Date): Promise<Taken> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await lockAnswers(tx, accountId);
  await refuseTakenNumber(tx, { accountId }, number);
  const beside = await tx.standingAnswer.findMany({ where: { accountId, archivedAt: null }, select: { parentId: true } });
  if (beside.length >= MAX_ANSWERS) throw new Refusal("tooMany", { most: MAX_ANSWERS });
  const position = beside.filter(({ parentId }) => parentId === null).length + 1;
  return tx.standingAnswer.create({
    data: { accountId, name, number, position, ownerId: officer.id, createdAt: at },
    select: { id: true, accountId: true, version: true },
  });
}
