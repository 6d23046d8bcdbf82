import type pg from "pg";
import type { DutyFact, Facts, QuestionFact } from "./facts";
import type { Course } from "./history";
import { CROWD_MINUTES, reasonFor, type Spell } from "./reasons";

type Late = { fact: QuestionFact | DutyFact; from: Date; dueAt: Date; course: Course };
type SpellRow = { accountId: string; officerId: string; signedOnAt: Date; signedOffAt: Date | null };

const SPELLS = `SELECT "accountId", "officerId", "signedOnAt", "signedOffAt" FROM "DutySpell"
  WHERE "accountId" = ANY($1::uuid[]) AND "signedOnAt" <= $3 AND ("signedOffAt" IS NULL OR "signedOffAt" >= $2)`;
const BEGUN = `SELECT "accountId", min("signedOnAt") AS "signedOnAt" FROM "DutySpell" WHERE "accountId" = ANY($1::uuid[]) GROUP BY "accountId"`;
const ALIKE = `SELECT late.place, count(*)::int AS asked FROM unnest($1::int[], $2::uuid[], $3::timestamptz[]) late(place, "clusterId", "dueAt")
  JOIN "Question" q ON q."clusterId" = late."clusterId" AND q."openedAt" BETWEEN late."dueAt" - interval '${CROWD_MINUTES} minutes' AND late."dueAt"
  GROUP BY late.place`;

/** Says of everything late among some facts why it was. */
export async function findReasons(client: pg.ClientBase, found: readonly { facts: Facts; course: Course }[]): Promise<void> {
  const late = found.flatMap(lateOf);
  if (late.length === 0) return;
  const spells = await spellsAround(client, late);
  const asked = await askedAlike(client, late);
  for (const [place, { fact, from, dueAt, course }] of late.entries()) {
    const { outside, accountId } = fact;
    const ofAccount = spells(accountId, dueAt);
    fact.lateReason = reasonFor({ from, dueAt, outside, spells: ofAccount, askedAlike: asked.get(place) ?? 0 }, course);
  }
}

function lateOf({ facts: { question, duties }, course }: { facts: Facts; course: Course }): Late[] {
  const first = question.late ? [{ fact: question, from: question.countedFrom, dueAt: question.dueAt, course }] : [];
  const others = duties
    .filter(({ nextLate, promisesBroken, answersLate }) => nextLate || promisesBroken || answersLate)
    .flatMap((fact) => (fact.dueAt ? [{ fact, from: fact.at, dueAt: fact.dueAt, course }] : []));
  return [...first, ...others];
}

/** Who was on duty for an account around an instant; null for one that had never kept duty by then. */
async function spellsAround(client: pg.ClientBase, late: readonly Late[]): Promise<(accountId: string, dueAt: Date) => Spell[] | null> {
  const accountIds = [...new Set(late.map(({ fact }) => fact.accountId))];
  const { rows: begun } = await client.query<Pick<SpellRow, "accountId" | "signedOnAt">>(BEGUN, [accountIds]);
  if (begun.length === 0) return () => null;
  const since = new Date(Math.min(...late.map(({ from }) => from.getTime())));
  const until = new Date(Math.max(...late.map(({ dueAt }) => dueAt.getTime())));
  const { rows } = await client.query<SpellRow>(SPELLS, [accountIds, since, until]);
  const firsts = new Map(begun.map(({ accountId, signedOnAt }) => [accountId, signedOnAt]));
  const spells = rows.map(({ accountId, officerId, signedOnAt, signedOffAt }) => ({
    accountId,
    ...{ officerId, from: signedOnAt, until: signedOffAt },
  }));
  return (accountId, dueAt) => {
    const first = firsts.get(accountId);
    return first && first <= dueAt ? spells.filter((spell) => spell.accountId === accountId) : null;
  };
}

async function askedAlike(client: pg.ClientBase, late: readonly Late[]): Promise<Map<number, number>> {
  const clustered = late.flatMap(({ fact: { clusterId }, dueAt }, place) => (clusterId ? [{ place, clusterId, dueAt }] : []));
  if (clustered.length === 0) return new Map();
  const columns = [clustered.map(({ place }) => place), clustered.map(({ clusterId }) => clusterId), clustered.map(({ dueAt }) => dueAt)];
  const { rows } = await client.query<{ place: number; asked: number }>(ALIKE, columns);
  return new Map(rows.map(({ place, asked }) => [place, asked]));
}
