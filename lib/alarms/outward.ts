import type { Tx } from "@/lib/db";
import type { QuestionKind } from "@/lib/sla/rules";
import type { AlarmKind } from "./rules";

/** What may be said of an alarm outside the desk: counts, kinds, instants and names of standing answers and subscribers, no word of a resident. */
export type ToldAlarm = {
  id: string;
  kind: AlarmKind;
  at: Date;
  raisedAt: Date;
  since: Date | null;
  usual: number | null;
  /** That of the standing answer that it is about, or of the subscriber that takes nothing. */
  name: string | null;
  /** The earliest instant at which something is owed for a question that still waits, and since when the first of them does. */
  owedAt: Date | null;
  openedAt: Date | null;
  /** How many questions still wait, by kind. */
  counts: Partial<Record<QuestionKind, number>>;
  threadId: string | null;
};

/** The alarms of these that still stand, the earliest first. */
export async function toldAlarms(tx: Tx, ids: readonly string[]): Promise<ToldAlarm[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<ToldAlarm[]>`
    SELECT a.id, a.kind::text AS kind, a.at, a."raisedAt", a.since, a.usual, COALESCE(s.name, d.name) AS name, waiting."owedAt", waiting."openedAt", waiting."threadId",
      COALESCE(waiting.counts, '{}') AS counts
    FROM "Alarm" a LEFT JOIN "StandingAnswer" s ON s.id = a."standingAnswerId"
    LEFT JOIN "Subscriber" d ON d.id = a."subscriberId" LEFT JOIN LATERAL (
      SELECT min(kinds."owedAt") AS "owedAt", min(kinds."openedAt") AS "openedAt", min(kinds."threadId"::text) AS "threadId",
        jsonb_object_agg(kinds.kind, kinds.count) AS counts
      FROM (
        SELECT q.kind::text AS kind, count(*)::int AS count, min(m."owedAt") AS "owedAt", min(q."openedAt") AS "openedAt", min(q."threadId"::text) AS "threadId"
        FROM "AlarmMember" m JOIN "Question" q ON q.id = m."questionId"
        WHERE m."alarmId" = a.id AND m."leftAt" IS NULL GROUP BY q.kind
      ) kinds
    ) waiting ON true
    WHERE a.id = ANY(${[...ids]}::uuid[]) AND a."endedAt" IS NULL AND (a.since IS NOT NULL OR waiting."owedAt" IS NOT NULL)
    ORDER BY a."raisedAt", a.id`;
}
