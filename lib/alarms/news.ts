import type { Tx } from "@/lib/db";
import type { Due, Raising } from "./gathering";
import { AT_ONCE, type Escalation } from "./rules";

export type Escalated = Escalation & { question: Due };
/** A question that stands in an alarm again which it had left. */
export type Resumed = Raising & { memberId: string; alarmId: string };
type Known = { questionId: string; step: number; round: number; memberId: string; alarmId: string; acknowledged: boolean };

/**
 * What of all this is news. A step that was told before, until its question was closed and opened again or its danger dismissed, stands
 * again in silence; a danger that comes up again is told again. `silenced`: somebody has acknowledged what would be repeated.
 */
export async function newsOf(
  tx: Tx,
  escalations: readonly Escalated[],
): Promise<{ fresh: Raising[]; resumed: Resumed[]; silenced: ReadonlySet<string> }> {
  const telling = escalations.flatMap(({ question, told }) => (told ? [{ question, told }] : []));
  const known = new Map((await knownOf(tx, telling)).map((one) => [`${one.questionId} ${one.step}`, one]));
  const fresh: Raising[] = [];
  const resumed: Resumed[] = [];
  const silenced = new Set<string>();
  for (const { question, told } of telling) {
    const before = known.get(`${question.id} ${told.step}`);
    if (!before) fresh.push({ question, told });
    else if (told.round > 0 && before.acknowledged) silenced.add(question.id);
    else if (told.round > 0 || told.step === AT_ONCE) fresh.push({ question, told: { ...told, round: before.round + 1 } });
    else resumed.push({ question, told, memberId: before.memberId, alarmId: before.alarmId });
  }
  return { fresh, resumed, silenced };
}

/** The last round of each step that was told of what is owed now, and whether somebody acknowledged it since the question was last opened. */
async function knownOf(tx: Tx, telling: readonly Raising[]): Promise<Known[]> {
  return tx.$queryRaw<Known[]>`
    SELECT m."questionId", m.step, max(m.round) AS round,
      (array_agg(m.id ORDER BY m.round DESC))[1] AS "memberId", (array_agg(m."alarmId" ORDER BY m.round DESC))[1] AS "alarmId",
      bool_or(COALESCE(a."acknowledgedAt" > COALESCE(q."reopenedAt", '-infinity'), false)) AS acknowledged
    FROM "Question" q JOIN "AlarmMember" m ON m."questionId" = q.id AND m."owedAt" = q."owedAt" JOIN "Alarm" a ON a.id = m."alarmId"
    WHERE q.id = ANY(${telling.map(({ question }) => question.id)}::uuid[]) GROUP BY m."questionId", m.step`;
}
