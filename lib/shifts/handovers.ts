import { db, type Tx } from "@/lib/db";
import { type ActingOfficer, narrowed, type Scope } from "@/lib/officers/scope";
import { viewConditions } from "@/lib/questions/conditions";
import { OPEN } from "@/lib/questions/order";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { HANDOVER_IDS } from "./rules";
import { type HandoverFacts, handoverFacts } from "./schema";

const PARTS = ["open", "dueSoon", "overdue", "promisedToday"] as const;
type HandoverPart = (typeof PARTS)[number];

export type HandoverNote = {
  id: string;
  accountId: string;
  officer: { id: string; name: string };
  text: string;
  writtenAt: Date;
  readAt: Date | null;
  readBy: string | null;
  /** How many there were, and how many of those that are known by their ids are open still. */
  counts: Record<HandoverPart, { count: number; still: number }>;
};

/** What of an account is open and due at an instant, as the officer's queue shows it; today is the account's own day. */
export async function factsNow(
  officer: Pick<ActingOfficer, "id" | "scope">,
  accountId: string,
  at = now(),
  tx: Tx = db,
): Promise<HandoverFacts> {
  const { accountIds } = narrowed(officer.scope, accountId);
  const { dueSoon, overdue } = viewConditions(officer.id, at);
  const dayThere = (instant: Prisma.Sql) => Prisma.sql`(${instant} AT TIME ZONE a."timeZone")::date`;
  const today = Prisma.sql`${dayThere(Prisma.sql`q."promisedAt"`)} = ${dayThere(Prisma.sql`${at}::timestamptz`)}`;
  const conditions = { open: Prisma.sql`true`, dueSoon, overdue, promisedToday: today };
  const columns = PARTS.map((part) => {
    const name = Prisma.raw(`"${part}"`);
    return Prisma.sql`jsonb_build_object('count', count(*) FILTER (WHERE ${conditions[part]}),
      'ids', COALESCE((array_agg(q.id ORDER BY q.calm, q."owedAt" NULLS LAST, q.id) FILTER (WHERE ${conditions[part]}))[:${HANDOVER_IDS}::int], '{}'::uuid[])) AS ${name}`;
  });
  const [facts] = await tx.$queryRaw<unknown[]>`
    SELECT ${Prisma.join(columns)} FROM "Question" q JOIN "OfficialAccount" a ON a.id = q."accountId"
    WHERE a.id = ANY(${[...accountIds]}::uuid[]) AND ${OPEN} AND q."openedAt" <= ${at}`;
  return handoverFacts.parse(facts);
}

/** The last hand-overs of an account, the newest first. */
export async function listHandovers(scope: Scope, accountId: string, limit: number): Promise<HandoverNote[]> {
  return read({ accountId: { in: [...narrowed(scope, accountId).accountIds] } }, limit);
}

/** The newest hand-over of each account that somebody else wrote and nobody has read. */
export async function unreadHandovers(scope: Scope, officerId: string, since: Date): Promise<HandoverNote[]> {
  const unread = { accountId: { in: [...scope.accountIds] }, readAt: null, officerId: { not: officerId }, writtenAt: { gte: since } };
  const notes = await read(unread, 100);
  return notes.filter((note, place) => notes.findIndex(({ accountId }) => accountId === note.accountId) === place);
}

async function read(where: Prisma.HandoverWhereInput, take: number): Promise<HandoverNote[]> {
  const rows = await db.handover.findMany({
    where,
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
    take,
    include: { officer: { select: { id: true, name: true } }, readBy: { select: { name: true } } },
  });
  const facts = rows.map((row) => handoverFacts.parse(row.facts));
  const ids = [...new Set(facts.flatMap((known) => PARTS.flatMap((part) => known[part].ids)))];
  const open = new Set(
    (await db.question.findMany({ where: { id: { in: ids }, endedAt: null }, select: { id: true } })).map(({ id }) => id),
  );
  return rows.map(({ id, accountId, officer, text, writtenAt, readAt, readBy }, place) => {
    const known = facts[place];
    const counted = (part: HandoverPart) => ({
      count: known?.[part].count ?? 0,
      still: known?.[part].ids.filter((question) => open.has(question)).length ?? 0,
    });
    const counts = {
      open: counted("open"),
      dueSoon: counted("dueSoon"),
      overdue: counted("overdue"),
      promisedToday: counted("promisedToday"),
    };
    return { id, accountId, officer, text, writtenAt, readAt, readBy: readBy?.name ?? null, counts };
  });
}
