import { db, pool } from "@/lib/db";
import { DESK_CHAIN } from "@/lib/events/chain";
import type { Scope } from "@/lib/officers/scope";
import { type AuditCursor, OFFICER_FACTS } from "./rules";

/** What of which trail is asked for: days of China, both included. */
export type AuditQuery = {
  accountId: string | null;
  from: string;
  to: string;
  person?: string | undefined;
  kind?: string | undefined;
  record?: string | undefined;
  machine: boolean;
};
export type AuditRow = {
  id: string;
  day: string;
  seq: number;
  hash: string;
  at: Date;
  type: string;
  threadId: string | null;
  questionId: string | null;
  messageId: string | null;
  replyId: string | null;
  officerId: string | null;
  facts: Record<string, unknown> | null;
};

const COLUMNS = `e.id::text AS id, s.day::text AS day, s.seq, encode(s.hash, 'hex') AS hash, e.at, e.type, e."threadId", e."questionId", e."messageId",
  e."replyId", e."officerId", e.facts`;
/** Each through an index; what only facts name is looked for among what people did. */
const OF_RECORD = `e.id IN (SELECT id FROM "Event" WHERE "questionId" = $7 UNION ALL SELECT id FROM "Event" WHERE "officerId" = $7
  UNION ALL SELECT id FROM "Event" WHERE "threadId" = $7 AND type <> 'message.received'
  UNION ALL SELECT of.id FROM "Reply" r JOIN "Event" of ON of."threadId" = r."threadId" AND of.type <> 'message.received' WHERE r.id = $7 AND of."replyId" = $7)
  OR e."officerId" IS NOT NULL AND e.facts::text LIKE '%' || $7::text || '%'`;
const NEWEST_FIRST = `SELECT ${COLUMNS} FROM "AuditSeal" s JOIN "Event" e ON e.id = s."eventId"
  WHERE s.chain = $1 AND s.day BETWEEN $2 AND $3 AND ($4::date IS NULL OR (s.day, s.seq) < ($4::date, $5::int))
    AND ($6::text IS NULL OR starts_with(e.type, $6::text || '.')) AND ($7::uuid IS NULL OR ${OF_RECORD})
    AND ($8::uuid IS NULL OR e."officerId" = $8) AND ($9 OR e."officerId" IS NOT NULL)
    AND (s.chain <> '${DESK_CHAIN}' OR e."officerId" IS NULL OR e."officerId" = ANY ($10::uuid[]))
  ORDER BY s.day DESC, s.seq DESC LIMIT $11`;

/**
 * What a trail tells, newest first; only what has its seal. Of what belongs to no account, whoever acts for other accounts alone is left out.
 * A trail outside the scope is empty.
 */
export async function readTrail(scope: Scope, query: AuditQuery, limit: number, after: AuditCursor | null = null): Promise<AuditRow[]> {
  const { accountId, from, to, person = null, kind = null, record = null, machine } = query;
  if (accountId !== null && !scope.accountIds.includes(accountId)) return [];
  const colleagues = accountId === null ? (await listPeople(scope)).map(({ id }) => id) : [];
  const values = [accountId ?? DESK_CHAIN, from, to, after?.day, after?.seq, kind, record, person, machine, colleagues, limit];
  return (await pool.query<AuditRow>(NEWEST_FIRST, values)).rows;
}

/** Everybody who works or worked at an account of the scope, programs included, by name. */
export async function listPeople(scope: Scope): Promise<{ id: string; name: string }[]> {
  return db.officer.findMany({
    where: { OR: [{ allAccounts: true }, { accounts: { some: { accountId: { in: [...scope.accountIds] } } } }] },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The names of those who acted in these rows, and of those to whom something was done. */
export async function namesIn(rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const told = rows.flatMap(({ facts }) => OFFICER_FACTS.map((fact) => facts?.[fact]).filter((id) => typeof id === "string"));
  const ids = new Set([...rows.flatMap(({ officerId }) => officerId ?? []), ...told.filter((id) => /^[\da-f-]{36}$/i.test(id))]);
  const officers = await db.officer.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(officers.map(({ id, name }) => [id, name]));
}
