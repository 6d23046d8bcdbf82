import { db } from "@/lib/db";
import { narrowed, type Scope } from "@/lib/officers/scope";
import { markOf } from "@/lib/residents/rules";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { type FoundResident, findResidents } from "./residents";
import { beyondTheirPairs, PATIENCE_MS, searchPairs, searchWords, snippet } from "./rules";
import type { SearchInput } from "./schema";

/** One thing said that a search found. */
export type SearchHit = {
  source: "message" | "reply" | "note";
  id: string;
  threadId: string;
  accountId: string;
  /** Order of arrival of a message within its thread, as a decimal string; of a note within the notes. */
  seq: string;
  at: Date;
  snippet: string;
  resident: { mark: string; remark: string | null };
  /** Who replied or noted. */
  officer: { id: string; name: string } | null;
  state: "open" | "answered" | "closed" | null;
};

/**
 * A page of what was found, newest first. `lookedThroughSince`: patience ended there and the page may be short; the cursor goes on from
 * it. Null when the page is full, or when everything has been looked through.
 */
export type SearchPage = {
  words: string[];
  residents: FoundResident[];
  hits: SearchHit[];
  nextCursor: string | null;
  lookedThroughSince: Date | null;
};

type FoundRow = {
  source: SearchHit["source"] | null;
  id: string;
  threadId: string;
  accountId: string;
  seq: bigint;
  at: Date;
  said: string;
  officerId: string | null;
  questionId: string | null;
  lookedThroughSince: Date | null;
};

const BEGINNING = new Date("2010-01-01T00:00:00Z");
/** Before every id: with it a place means everything strictly before its instant. */
const NO_ID = "00000000-0000-0000-0000-000000000000";
/** Behind every id: with it a place means everything up to its instant. */
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * What residents and officers said, and which residents are called so: by two letters or more, part of a word is enough.
 * Nothing is found for words of a single letter; see searchWords().
 */
export async function search(scope: Scope, input: SearchInput, limit = 30, patience = PATIENCE_MS): Promise<SearchPage> {
  const { words } = searchWords(input.q);
  const within = input.account ? narrowed(scope, input.account) : scope;
  if (words.length === 0 || within.accountIds.length === 0)
    return { words, residents: [], hits: [], nextCursor: null, lookedThroughSince: null };
  const rows = await findSaid(within, words, input, limit + 1, patience);
  const end = rows.find(({ source }) => source === null)?.lookedThroughSince ?? null;
  const found = rows.filter(({ source }) => source !== null);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last ? cursorText(last.at, last.id) : null;
  const [hits, residents] = await Promise.all([described(page, words), input.cursor ? [] : findResidents(within, input.q)]);
  // In the week before, whose end is this week's beginning: or a week that takes all the patience would be looked through for ever.
  const back = end && cursorText(after(end, -1), LAST_ID);
  return { words, residents, hits, nextCursor: more ?? back, lookedThroughSince: more ? null : end };
}

/** Nothing was said before there was WeChat, nor is anything from later than now; PostgreSQL does not even know every year. */
function clamped(at: Date, latest: Date): Date {
  if (at < BEGINNING) return BEGINNING;
  return at < latest ? at : latest;
}

function findSaid(scope: Scope, words: string[], input: SearchInput, most: number, patience: number): Promise<FoundRow[]> {
  const cursor = readCursor(input.cursor);
  const latest = after(now(), MINUTE);
  const until = input.until ? clamped(new Date(input.until), latest) : latest;
  const [at, id] = cursor && cursor.at <= until ? [clamped(cursor.at, latest), cursor.id] : [until, NO_ID];
  return db.$queryRaw<FoundRow[]>`
    SELECT *, "lookedBackTo" AS "lookedThroughSince" FROM search_said(${searchPairs(words)}::bigint[], ${beyondTheirPairs(words)}::text[], ${[...scope.accountIds]}::uuid[],
      ${input.from ? clamped(new Date(input.from), latest) : BEGINNING}::timestamptz, ${at}::timestamptz, ${id}::uuid,
      ${input.officer ?? null}::uuid, ${input.state ?? null}::text, ${most}::int, ${patience} * interval '1 millisecond')`;
}

type Described = { id: string; residentId: string; remark: string | null; officerName: string | null; state: SearchHit["state"] };

async function described(rows: FoundRow[], words: readonly string[]): Promise<SearchHit[]> {
  if (rows.length === 0) return [];
  const values = rows.map(
    ({ id, threadId, officerId, questionId }) => Prisma.sql`(${id}::uuid, ${threadId}::uuid, ${officerId}::uuid, ${questionId}::uuid)`,
  );
  const found = await db.$queryRaw<Described[]>`
    SELECT hit.id, r.id AS "residentId", r.remark, o.name AS "officerName",
      CASE WHEN q."closedAt" IS NOT NULL THEN 'closed' WHEN q."answeredAt" IS NOT NULL THEN 'answered' WHEN q.id IS NOT NULL THEN 'open' END AS state
    FROM (VALUES ${Prisma.join(values)}) AS hit (id, thread_id, officer_id, question_id)
    JOIN "Thread" t ON t.id = hit.thread_id JOIN "Resident" r ON r.id = t."residentId"
    LEFT JOIN "Officer" o ON o.id = hit.officer_id LEFT JOIN "Question" q ON q.id = hit.question_id`;
  const details = new Map(found.map((detail) => [detail.id, detail]));
  return rows.flatMap((row) => {
    const detail = details.get(row.id);
    if (!detail || row.source === null) return [];
    const { id, threadId, accountId, at, source } = row;
    return {
      ...{ source, id, threadId, accountId, at, seq: String(row.seq), snippet: snippet(row.said, words), state: detail.state },
      resident: { mark: markOf(detail.residentId), remark: detail.remark },
      officer: row.officerId && detail.officerName ? { id: row.officerId, name: detail.officerName } : null,
    };
  });
}

function cursorText(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** A cursor that makes no sense starts over. */
function readCursor(cursor: string | undefined): { at: Date; id: string } | null {
  if (!cursor) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const read = new Date(String(at));
    return typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && !Number.isNaN(read.getTime())
      ? { at: read, id }
      : null;
  } catch {
    return null;
  }
}
