import type { Tx } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { changeableBy, visibleTo } from "./conditions";

/** A standing answer and its newest version, as an officer saw it. */
type Seen = { standingAnswerId: string; version: number };
export type Taken = { id: string; accountId: string; version: number };

const taken = { id: true, accountId: true, version: true } as const;

/**
 * Takes the next version of what the officer saw, so that of two who began with the same one only the first goes on.
 * @throws Refusal notAllowed, standingAnswerChanged, standingAnswerNotFound
 */
export async function takeNextVersion(tx: Tx, { standingAnswerId: id, version }: Seen, officer: ActingOfficer): Promise<Taken> {
  const [next] = await tx.standingAnswer.updateManyAndReturn({
    where: { AND: [{ id, version }, changeableBy(officer)] },
    data: { version: { increment: 1 } },
    select: taken,
  });
  return next ?? refuse(tx, { id, version }, officer);
}

/**
 * The answer that an officer is about to change. Changes of one account's answers come one after the other, because what one may say
 * depends on what the others do: whoever holds the account may take the next version as well, never the other way round.
 * @throws Refusal notAllowed, standingAnswerChanged when `version` is given and is not its newest any more, standingAnswerNotFound
 */
export async function takeAnswer(
  tx: Tx,
  { standingAnswerId: id, version }: { standingAnswerId: string; version?: number },
  officer: ActingOfficer,
): Promise<Taken> {
  const seen = await tx.standingAnswer.findFirst({ where: { AND: [{ id }, visibleTo(officer)] }, select: taken });
  if (!seen) throw new Refusal("standingAnswerNotFound");
  await lockAnswers(tx, seen.accountId);
  const where = { AND: [{ id, ...(version === undefined ? {} : { version }) }, changeableBy(officer)] };
  return (await tx.standingAnswer.findFirst({ where, select: taken })) ?? refuse(tx, { id, version: version ?? null }, officer);
}

/** Lets nobody else change what this account answers by itself until the transaction ends. */
export async function lockAnswers(tx: Tx, accountId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "OfficialAccount" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
}

/**
 * A number is one answer's alone. `id`: whose it is to be; none: a new one's.
 * @throws Refusal standingNumberTaken
 */
export async function refuseTakenNumber(
  tx: Tx,
  { id, accountId }: { id?: string; accountId: string },
  number: number | null,
): Promise<void> {
  if (number === null) return;
  const where = { accountId, archivedAt: null, number, ...(id === undefined ? {} : { id: { not: id } }) };
  const numbered = await tx.standingAnswer.findFirst({ where, select: { name: true } });
  if (numbered) throw new Refusal("standingNumberTaken", { name: numbered.name });
}

async function refuse(tx: Tx, { id, version }: { id: string; version: number | null }, officer: ActingOfficer): Promise<never> {
  const now = await tx.standingAnswer.findFirst({ where: { AND: [{ id }, visibleTo(officer)] }, select: taken });
  if (!now) throw new Refusal("standingAnswerNotFound");
  throw version === null || now.version === version
    ? new Refusal("notAllowed")
    : new Refusal("standingAnswerChanged", { version: now.version });
}
