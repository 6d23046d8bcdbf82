import { Prisma } from "@/prisma/generated/client";

export const OPEN = Prisma.sql`q."answeredAt" IS NULL AND q."closedAt" IS NULL`;
/** The order of dutyOf() in lib/sla/rules.ts, said in SQL; a test holds the two together. */
export const OWED = Prisma.sql`CASE WHEN q."firstRepliedAt" IS NULL THEN q."dueAt" ELSE LEAST(q."waitingSince" + q."targetMinutes" * interval '1 minute', q."promisedAt") END`;
export const ACT_BY = Prisma.sql`CASE WHEN ${OPEN} AND ${OWED} IS NOT NULL THEN LEAST(${OWED}, CASE WHEN r."messageWindowClosesAt" > q."openedAt" THEN r."messageWindowClosesAt" END) END`;
export const CALM = Prisma.sql`CASE WHEN ${OPEN} AND q."dangerWord" IS NOT NULL AND q."dangerDismissedAt" IS NULL THEN 0 ELSE 1 END`;
const ENDED_AT = Prisma.sql`COALESCE(q."answeredAt", q."closedAt")`;

/** How rows are sorted, and which of them come after a page's last one. */
export type Order = { by: Prisma.Sql; after: Prisma.Sql };
export type Placed = { id: string; calm: number; actBy: Date | null; answeredAt: Date | null; closedAt: Date | null };

const ANY = Prisma.sql`true`;
export const byId: Order = { by: Prisma.sql`q.id`, after: ANY };
export const newestFirst: Order = { by: Prisma.sql`q."openedAt" DESC, q.id DESC`, after: ANY };

/** Danger first, then the sooner of promise and WeChat window, then what waits for the resident. A cursor that makes no sense starts over. */
export function byUrgency(cursor: string | null | undefined): Order {
  const by = Prisma.sql`${CALM}, COALESCE(${ACT_BY}, 'infinity'), q.id`;
  const last = read(cursor);
  if (!last) return { by, after: ANY };
  return {
    by,
    after: Prisma.sql`(${CALM}, COALESCE(${ACT_BY}, 'infinity'), q.id) > (${last.calm}::int, ${last.at ?? "infinity"}::timestamptz, ${last.id}::uuid)`,
  };
}

/** What ended last, first. */
export function byEnd(cursor: string | null | undefined): Order {
  const by = Prisma.sql`${ENDED_AT} DESC, q.id DESC`;
  const last = read(cursor);
  if (!last?.at) return { by, after: ANY };
  return { by, after: Prisma.sql`(${ENDED_AT}, q.id) < (${last.at}::timestamptz, ${last.id}::uuid)` };
}

/** The cursor that continues after this row, under either order. */
export function cursorAfter(row: Placed, order: "urgency" | "end"): string {
  const at = order === "end" ? (row.answeredAt ?? row.closedAt) : row.actBy;
  return Buffer.from(JSON.stringify([row.calm, at?.toISOString() ?? null, row.id])).toString("base64url");
}

/** Whether a cursor is one that we gave. */
export function isCursor(cursor: string): boolean {
  return read(cursor) !== null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function read(cursor: string | null | undefined): { calm: number; at: string | null; id: string } | null {
  if (!cursor) return null;
  try {
    const [calm, at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const sound = (calm === 0 || calm === 1) && (at === null || (INSTANT.test(at) && !Number.isNaN(Date.parse(at)))) && UUID.test(id);
    return sound ? { calm, at, id } : null;
  } catch {
    return null;
  }
}
