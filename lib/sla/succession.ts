import type { Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { after, DAY } from "@/lib/time/rules";
import { earliestBeginning } from "./rules";

/** So far ahead a policy or a calendar may be planned: farther is a mistyped year. */
const FARTHEST_AHEAD = 2 * 366 * DAY;

/** One that stands saved, and from when on it goes. */
export type Standing = { id: string; effectiveFrom: Date };

/**
 * Holds what an account owes: savings of it come one after the other.
 * @throws Refusal accountNotFound
 */
export async function holdLimits(tx: Tx, accountId: string, scope: Scope): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "OfficialAccount" WHERE id = ${accountId}::uuid AND id = ANY(${[...scope.accountIds]}::uuid[]) FOR NO KEY UPDATE`;
  if (held.length === 0) throw new Refusal("accountNotFound");
}

/**
 * From when on the next one goes, given those that stand, saved last first.
 * @throws Refusal limitsChanged when the officer did not see the one saved last, notEffectiveThen when it would change the past or begin before everybody knows it,
 * limitsPlannedThen when another one begins at that very instant.
 */
export function nextFrom(standing: readonly Standing[], asked: { effectiveFrom: Date | null; seen: string | null }, at: Date): Date {
  if ((standing[0]?.id ?? null) !== asked.seen) throw new Refusal("limitsChanged");
  const earliest = earliestBeginning(at);
  const from = asked.effectiveFrom ?? earliest;
  if (from < earliest || from > after(at, FARTHEST_AHEAD)) throw new Refusal("notEffectiveThen");
  if (standing.some(({ effectiveFrom }) => effectiveFrom.getTime() === from.getTime())) throw new Refusal("limitsPlannedThen");
  return from;
}
