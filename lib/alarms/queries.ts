import { db } from "@/lib/db";
import type { Role } from "@/lib/officers/rules";
import type { Scope } from "@/lib/officers/scope";
import { numberOf } from "@/lib/questions/rules";
import { whoIsOnDuty } from "@/lib/shifts/queries";
import type { QuestionKind } from "@/lib/sla/rules";
import { Prisma } from "@/prisma/generated/client";
import { type AlarmKind, type Audience, isShown } from "./rules";
import { MOST_ALARMS } from "./schema";

/** An alarm as the desk shows it. */
export type AlarmRow = {
  id: string;
  accountId: string;
  kind: AlarmKind;
  audiences: Audience[];
  raisedAt: Date;
  /** What is owed when; null: it is about the desk itself, as it has been since `since`. */
  owedAt: Date | null;
  since: Date | null;
  /** How many questions still wait; the one to open, and what all of them are about if they are one matter. */
  count: number;
  questionKind: QuestionKind | null;
  threadId: string | null;
  openedAt: Date | null;
  /** The number of the question to open. */
  number: string | null;
  clusterId: string | null;
  /** Place and matter; for what has none, the first words of the question to open, as the queue shows them; the name of a standing answer or of a subscriber. */
  title: string;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  endedAt: Date | null;
  /** The standing answer that it is about, and who answers for it. */
  standingAnswerId: string | null;
  ownerId: string | null;
  /** Who is signed on for the account as this is read. */
  onDutyIds: string[];
};

/** Enough of a question's first words to know it again. */
const WORDS_SHOWN = 60;

/** The alarms that stand and are shown to an officer, the latest first, of the latest 300. */
export async function openAlarms(officer: { id: string; role: Role; scope: Scope }): Promise<AlarmRow[]> {
  const rows = await select(officer.scope, Prisma.sql`a."endedAt" IS NULL`, MOST_ALARMS);
  return rows.filter((row) => isShown(row, officer) && (row.since !== null || row.count > 0));
}

/** The named alarms of a scope, those that have ended included. */
export async function alarmsById(scope: Scope, ids: readonly string[]): Promise<AlarmRow[]> {
  return ids.length === 0 ? [] : select(scope, Prisma.sql`a.id = ANY(${[...ids]}::uuid[])`, ids.length);
}

async function select(scope: Scope, where: Prisma.Sql, limit: number): Promise<AlarmRow[]> {
  const rows = await db.$queryRaw<(Omit<AlarmRow, "onDutyIds" | "number"> & { questionId: string | null; openedZone: string | null })[]>`
    SELECT a.id, a."accountId", a.kind::text AS kind, a.audiences::text[] AS audiences, a."raisedAt", a."owedAt", a.since, a."clusterId",
      COALESCE(waiting.count, 0) AS count, first.kind::text AS "questionKind", first."threadId", first."openedAt",
      first.id AS "questionId", zone_at(account."timeZone", account."formerTimeZones", first."openedAt") AS "openedZone",
      COALESCE(NULLIF(concat_ws('·', NULLIF(c.place, ''), NULLIF(c.matter, '')), ''), left(first.words, ${WORDS_SHOWN}), s.name, d.name, '') AS title,
      a."standingAnswerId", s."ownerId",
      a."acknowledgedAt", o.name AS "acknowledgedBy", a."endedAt"
    FROM "Alarm" a JOIN "OfficialAccount" account ON account.id = a."accountId"
    LEFT JOIN "Cluster" c ON c.id = a."clusterId"
    LEFT JOIN "Officer" o ON o.id = a."acknowledgedById"
    LEFT JOIN "StandingAnswer" s ON s.id = a."standingAnswerId"
    LEFT JOIN "Subscriber" d ON d.id = a."subscriberId"
    LEFT JOIN LATERAL (SELECT count(*)::int AS count FROM "AlarmMember" m WHERE m."alarmId" = a.id AND m."leftAt" IS NULL) waiting ON true
    LEFT JOIN LATERAL (
      SELECT q.id, q.kind, q."threadId", q."openedAt",
        (SELECT s.text FROM "Message" s WHERE s."questionId" = q.id AND s.direction = 'inbound' AND s.nature = 'content'
          ORDER BY s.seq LIMIT 1) AS words
      FROM "AlarmMember" m JOIN "Question" q ON q.id = m."questionId"
      WHERE m."alarmId" = a.id AND m."leftAt" IS NULL ORDER BY m."owedAt", m.id LIMIT 1) first ON true
    WHERE a."accountId" = ANY(${[...scope.accountIds]}::uuid[]) AND ${where}
    ORDER BY a."raisedAt" DESC, a.id DESC LIMIT ${limit}`;
  const accountIds = [...new Set(rows.map(({ accountId }) => accountId))];
  const present = new Map(await Promise.all(accountIds.map(async (id) => [id, await whoIsOnDuty(id)] as const)));
  return rows.map(({ questionId, openedZone, ...row }) => ({
    ...row,
    number: questionId && row.openedAt && openedZone ? numberOf({ id: questionId, openedAt: row.openedAt, openedZone }) : null,
    onDutyIds: (present.get(row.accountId) ?? []).map(({ officerId }) => officerId),
  }));
}
